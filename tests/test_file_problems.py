from prep.file_problems import FileError, Problem


def test_problems_are_told_once_each_in_the_order_of_the_file():
    late, early = Problem("a.yaml", 10, 1, "late"), Problem("a.yaml", 2, 5, "early")
    assert str(FileError([late, early, late])) == "a.yaml:2:5: early\na.yaml:10:1: late"
