-- Who speaks for a region: its government where that reports, else the agencies that sit directly in it.
with inside as (
    select *
    from visible($scope)
    where region_code = $region
),
final as (
    select code, name, short_name, sector, region_code, region_name, region_path, region_level, years, is_government
    from inside
    where is_government or not exists (select 1 from inside where is_government)
)
select * from final
order by code
limit $limit;
