-- An entry merged into another is seen by nobody any more: merging forgets its address, and so are those kept until now.
update directory_entry set email = null where merged_into is not null and email is not null;
