-- A reader never spills to disk, keeps to its memory, and nobody can change that afterwards.
set max_temp_directory_size = '0B';
set memory_limit = '2GB';
set lock_configuration = true;
