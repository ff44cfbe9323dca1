-- The address of somebody who left serves nobody: keeping an entry forgets it, and so are those kept until now.
update directory_entry set email = null, version = version + 1 where left_on is not null and email is not null;
