-- The staged seeds replace the dimensions. A metric keeps the number it was first given, since observations refer to it.
create or replace temp table numbered_metric as
select
    coalesce(known.metric_id, (select coalesce(max(metric_id), 0) from dim_metric)
        + row_number() over (partition by known.metric_id is null order by staged.metric_id)) as metric_id,
    staged.* exclude (metric_id)
from staging.main.metric staged
left join dim_metric known using (metric);

delete from dim_metric;

insert into dim_metric
select
    metric_id, metric, is_derived, position, form_table, string_split(forms, ','), label_zh, label_en, unit, kind,
    min_denominator, polarity, since, until, note, is_count
from numbered_metric;

delete from dim_region;

insert into dim_region
select
    code, valid_from, valid_to, name, short, level, parent, is_zone, path, string_split(lineage, ','), pinyin, initials,
    first_place, last_place, is_synthetic
from staging.main.region;

delete from region_event;

insert into region_event
select date, kind, string_split(codes, ','), note_zh, source
from staging.main.region_event;

delete from derived_term;

insert into derived_term
select metric.metric_id, part.metric_id, staged.is_denominator, staged.coefficient
from staging.main.derived_term staged
join dim_metric metric on metric.metric = staged.metric
join dim_metric part on part.metric = staged.term;

delete from dim_rule;

insert into dim_rule
select * from staging.main.rule;

delete from rule_term;

insert into rule_term
select staged.rule, staged.instance, metric.metric_id, staged.year_offset, staged.coefficient, staged.is_result
from staging.main.rule_term staged
join dim_metric metric using (metric);
