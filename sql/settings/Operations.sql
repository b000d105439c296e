-- Small tables and short turns: more threads cost more than they bring.
set threads = 1;
