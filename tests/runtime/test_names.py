from names import next_name, unique_name


def test_a_free_name_stays_without_its_blanks():
    assert unique_name(" a ", ["b"]) == "a"
    assert next_name(" a ", ["b"]) == "a"


def test_a_taken_name_gets_the_first_free_number():
    assert unique_name("a", ["a", "a (#1)"]) == "a (#2)"
    assert next_name("a", ["a", "a (#1)"]) == "a (#2)"


def test_a_counted_name_is_counted_on_by_next_name_alone():
    taken = ["a (#2)"]
    assert unique_name("a (#2)", taken) == "a (#2) (#1)"
    assert next_name("a (#2)", taken) == "a (#3)"
