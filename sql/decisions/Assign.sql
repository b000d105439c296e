-- What a person says of a document takes the place of what was said before.
delete from assignment where sha256 = $sha256;

insert into assignment by name
select
    $sha256 as sha256, $region as region_code, $agency as agency, $year as year, $report_scope as scope, $reason as reason, $author as author,
    $at as assigned_at;
