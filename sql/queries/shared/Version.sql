-- What a published file holds, for the source line of every chart.
select
    (select count(*) from document where report_id is not null) as documents,
    (select count(*) from report where is_current) as reports,
    (select count(*) from dim_agency) as agencies;
