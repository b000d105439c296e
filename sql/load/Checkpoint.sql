-- Everything written so far goes from the log into the file.
checkpoint;
