-- The regions one step below a region in which there are agencies, with how many there are in each and how many of them reported.
with grouped as (
    select part, count(*) as agencies, count(*) filter (where len(years) > 0) as reporting, bool_or(region_code <> part) as has_parts
    from visible($scope)
    join parts($region) using (place)
    where part <> $region
    group by part
),
region as (
    select code, name, level, first_place
    from dim_region
    qualify row_number() over (partition by code order by valid_from desc nulls last) = 1
),
final as (
    select region.code, region.name, region.level, grouped.agencies, grouped.reporting, grouped.has_parts
    from grouped
    join region on region.code = grouped.part
    order by region.first_place, region.code
)
select * from final;
