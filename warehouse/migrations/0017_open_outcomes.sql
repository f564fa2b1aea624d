-- Who was hit, by words that leave open whether anybody died: "five were shot".
alter table facts add column is_open boolean;
