"""Copies of one story, recognised by their sentences, are one witness."""

from checker.engine.copies import copies
from checker.extract.reading import read
from checker.load import load
from checker.model import Source

STORY = [
    "The minister opened the new bridge over the river on Monday morning.",
    "Thousands of people had come from the villages on both banks to see it.",
    "It replaces a ferry that had carried people and goods for ninety years.",
    "The first lorry to cross was driven by the ferryman's granddaughter.",
    "Engineers had worked on the foundations through two winters of floods.",
]


def source(path: str, sentences: list[str], date: str = "2021-04-09") -> Source:
    text = f"Date: {date}\n\n" + " ".join(sentences)
    (article,) = load(path, text.encode()).articles
    return read(article).article.source


def test_a_story_cut_short_and_with_another_beginning_is_a_copy():
    first = source("a.txt", STORY)
    second = source(
        "b.txt", ["Correspondents of this newspaper were at the river.", *STORY[:4]], "2021-04-10"
    )
    assert copies([second, first]) == {("b.txt", None): ("a.txt", None)}


def test_blanks_and_typography_make_no_difference():
    first = source("a.txt", STORY)
    second = source(
        "b.txt", [sentence.replace(" ", "  ").replace("'", "’") for sentence in STORY], "2021-04-10"
    )
    assert ("b.txt", None) in copies([first, second])


def test_two_stories_that_share_one_sentence_are_two():
    others = [sentence.replace("the", "an old") for sentence in STORY[1:]]
    assert copies([source("a.txt", STORY), source("b.txt", [STORY[0], *others])]) == {}


def test_a_house_formula_in_many_articles_tells_nothing():
    formula = ["Readers who wish to comment may write to the editors of this newspaper.",
               "The views expressed above are those of the author and of nobody else."]  # fmt: skip
    many = [
        source(f"{n}.txt", [*formula, f"Story number {n} is about something else altogether, they say."])
        for n in range(30)
    ]
    assert copies(many) == {}
