update run set error = $error where state = 'publishing';
