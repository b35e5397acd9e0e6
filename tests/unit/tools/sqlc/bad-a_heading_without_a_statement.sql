-- country_all(): many
;
