from java_random import JavaRandom


def test_a_seed_gives_the_numbers_of_java():
    # new java.util.Random(42): nextInt(10) five times, then nextDouble().
    random = JavaRandom(42)
    assert [random.next_int(10) for _ in range(5)] == [0, 3, 8, 4, 0]


def test_a_bound_that_is_a_power_of_two_takes_the_high_bits():
    # new java.util.Random(0).nextInt() gives 0xBB20B460, 0xD4D95138 and 0x3D93CB7A.
    random = JavaRandom(0)
    assert [random.next_int(16) for _ in range(3)] == [11, 13, 3]


def test_doubles_are_those_of_java():
    # new java.util.Random(42).nextDouble()
    assert JavaRandom(42).next_double() == 0.7275636800328681


def test_bits_are_signed_as_in_java():
    # new java.util.Random(42).nextInt()
    assert JavaRandom(42).bits(32) == -1170105035


def test_a_seed_may_be_negative_or_long():
    assert JavaRandom(-1).state == JavaRandom(2**48 - 1).state
    assert JavaRandom(1678807467440).bits(32) == JavaRandom(1678807467440).bits(32)


def test_shuffle_changes_the_order_only():
    items = list(range(20))
    JavaRandom(7).shuffle(items)
    assert items != list(range(20))
    assert sorted(items) == list(range(20))
