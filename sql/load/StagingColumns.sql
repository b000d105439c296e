-- Types of a staging table's columns.
select data_type from duckdb_columns() where database_name = 'staging' and table_name = $table order by column_index;
