-- A region as it is called today, with its path and level, within what the asker may see.
select code, name, path, level
from dim_region
where code = $region and is_within(first_place, $scope)
qualify row_number() over (partition by code order by valid_from desc nulls last) = 1;
