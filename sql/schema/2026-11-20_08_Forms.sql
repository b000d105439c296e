-- Which form a table of a report is printed in, said once.

-- The number of a table of the form: 二, 三, 四.
create macro table_number(form_table) as case form_table when '二' then 2 when '三' then 3 else 4 end;

-- Of a report's three forms that of a table.
create macro form_of(table_number, form_2, form_3, form_4) as case table_number when 2 then form_2 when 3 then form_3 else form_4 end;
