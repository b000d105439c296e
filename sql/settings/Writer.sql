-- A database in memory for what is about to be loaded.
attach ':memory:' as staging;

-- What a batch writes goes to the log first; it is packed into the file some batches at a time, and before each publication.
set checkpoint_threshold = '1GB';
