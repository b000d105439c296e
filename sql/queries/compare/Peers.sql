-- Agencies like one: of the same level and sector, the nearest in size by one metric of a year first. Sizes are compared by
-- ratio, in reports of the same scope.
with own as (
    select region_level, sector, is_government from visible($scope) where code = $agency
),
sized as (
    select peer.code, peer.short_name, peer.region_path, fact.scope, fact.value
    from facts($metric, $year, $year) fact
    join visible($scope) peer using (agency_id)
    join own
        on peer.region_level is not distinct from own.region_level and peer.sector is not distinct from own.sector
        and peer.is_government = own.is_government
    where fact.left_out is null
),
size as (
    select scope, value
    from sized
    where code = $agency
    order by scope
    limit 1
),
final as (
    select
        sized.code, sized.short_name, sized.region_path, sized.value as size, size.value as own_size,
        -- Below zero as above it: some counts have a sign.
        abs(sign(sized.value) * ln(1 + abs(sized.value)) - sign(size.value) * ln(1 + abs(size.value))) as distance
    from sized
    join size using (scope)
    where sized.code <> $agency
)
select code, short_name, region_path, size, own_size
from final
order by distance, code
limit $limit;
