delete from node where node = $node or seen_at < $before;
