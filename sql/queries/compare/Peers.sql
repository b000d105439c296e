-- Agencies like one: of the same level and sector, the nearest in size by one metric of a year first. Sizes are compared by
-- ratio, in reports of the same scope.
with own as (
    select * from visible($scope) where code = $agency
),
alike as (
    select peer.*
    from visible($scope) peer
    join own
        on peer.region_level is not distinct from own.region_level and peer.sector is not distinct from own.sector
        and peer.is_government = own.is_government
),
sized as (
    select fact.agency_id, fact.scope, fact.value
    from facts($metric, $year, $year) fact
    join alike using (agency_id)
    where fact.left_out is null
),
size as (
    select sized.scope, sized.value
    from sized
    join own using (agency_id)
    order by sized.scope
    limit 1
),
final as (
    select
        alike.code, alike.short_name, alike.region_path, sized.value as size, size.value as own_size,
        abs(ln((sized.value + 1) / (size.value + 1))) as distance
    from sized
    join size using (scope)
    join alike using (agency_id)
    where alike.code <> $agency
)
select code, short_name, region_path, size, own_size
from final
order by distance, code
limit $limit;
