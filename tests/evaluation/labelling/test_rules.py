"""The built-in labeller against the codebook's own examples, its hard cases, and sales talk."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.codes import Code
from simulator.conversation import Segment
from simulator.evaluation.labelling.rules import RuleLabeller
from simulator.evaluation.labelling.whole import whole

LABELLER = RuleLabeller()

ROWS = [
    ("open_question", "What's getting in the way?", ""),
    ("open_question", "Walk me through the call.", ""),
    ("open_question", "How would you like to handle it?", ""),
    ("open_question", "Tell me more.", ""),
    ("open_question", "And what else?", ""),
    ("closed_question", "Did they sign?", ""),
    ("closed_question", "When is the renewal?", ""),
    ("closed_question", "On a scale of 1 to 10, how sure are you?", ""),
    ("closed_question", "So the CFO signs, is that right?", ""),
    ("reflection", "You're worn out by the re-orgs.", ""),
    ("reflection", "Sounds like the champion leaving hit you hard.", ""),
    ("reflection", "So you don't trust the number.", ""),
    ("summary", "So: the champion left, procurement is new, and you'd start with Priya.", ""),
    ("affirmation", "It took courage to say that.", ""),
    ("affirmation", "You kept that account alive for a year.", ""),
    ("affirmation", "That's completely understandable.", ""),
    ("acknowledgement", "Mm-hm.", ""),
    ("acknowledgement", "Okay.", ""),
    ("acknowledgement", "I see.", ""),
    ("acknowledgement", "Right.", ""),
    ("acknowledgement", "Go on.", ""),
    ("acknowledgement", "Fair enough.", ""),
    ("instruction", "Send it by Friday.", ""),
    ("instruction", "I need you to log every call.", ""),
    ("instruction", "You have to be at the QBR.", ""),
    ("advice", "I'd go to the CFO.", ""),
    ("advice", "You could split the deal.", ""),
    ("advice", "What works is three touches a week.", ""),
    ("advice", "If I were you, I'd wait.", ""),
    ("leading_question", "Don't you think you should call them?", ""),
    ("leading_question", "Have you tried LinkedIn?", ""),
    ("leading_question", "Why didn't you just escalate?", ""),
    ("leading_question", "Wouldn't a discount fix it?", ""),
    ("criticism", "That's not good enough.", ""),
    ("criticism", "You dropped the ball.", ""),
    ("criticism", "No, that's an excuse.", ""),
    ("information", "The region closed at 78 %.", ""),
    ("information", "The reason is the board wants one CRM.", ""),
    ("information", "When I carried a bag, I lost half of mine.", ""),
    ("persuasion", "Trust me, this will double your pipeline.", ""),
    ("persuasion", "Everyone who does it makes club.", ""),
    ("persuasion", "You'll thank me later.", ""),
    ("permission", "Can I offer a thought?", ""),
    ("permission", "It's your call.", ""),
    ("permission", "Would it help if I shared what I've seen?", ""),
    ("social", "Hey, how's the family?", ""),
    ("social", "Can you hear me?", ""),
    ("social", "I was, uh —", ""),
    ("closed_question", "Have you called the CFO?", ""),
    ("leading_question", "What if you called the CFO?", ""),
    ("leading_question", "How about a pilot?", ""),
    ("open_question", "What could you try?", ""),
    ("open_question", "What options do you see?", ""),
    ("reflection", "You must be exhausted.", ""),
    ("instruction", "You must send it.", ""),
    ("open_question", "Why did it slip?", ""),
    ("leading_question", "Why on earth would you wait?", ""),
    ("open_question", "I want to understand what happened.", ""),
    ("open_question", "I'm curious how you saw it.", ""),
    ("instruction", "Let's role-play the call.", ""),
    ("permission", "Shall we role-play the call?", ""),
    ("acknowledgement", "Good.", ""),
    ("affirmation", "Good, you pushed back on price.", ""),
    ("closed_question", "Does that make sense?", ""),
    ("closed_question", "What's your number?", ""),
    ("open_question", "What's behind that number?", ""),
    ("social", "How are you?", ""),
    ("open_question", "How are you really doing with all this?", ""),
    ("persuasion", "Who buys on a Friday, right?", ""),
    ("open_question", "What makes Thursday the hard day?", ""),
    ("open_question", "Talk me through how you landed on that figure.", ""),
    ("open_question", "how do you see the next two weeks", ""),
    ("open_question", "Help me understand the delay with Brandt.", ""),
    ("open_question", "Dana, what would you do if it were up to you?", ""),
    ("open_question", "Could you tell me a bit more about the buyer?", ""),
    ("open_question", "Where do you feel stuck?", ""),
    ("open_question", "So what's your read on the new procurement lead?", ""),
    ("open_question", "I'd love to hear how the visit went.", ""),
    ("open_question", "What would have to be true for you to stay?", ""),
    ("open_question", "How come the demo moved?", ""),
    ("open_question", "Say a bit more about that.", ""),
    ("open_question", "What worries you most about October?", ""),
    ("open_question", "Give me an example.", ""),
    ("closed_question", "Is the budget signed off?", ""),
    ("closed_question", "How many accounts are we talking about?", ""),
    ("closed_question", "Who else was on the call?", ""),
    ("closed_question", "Are you going to hit the number this quarter?", ""),
    ("closed_question", "did you send the quote", ""),
    ("closed_question", "Do they know the price already?", ""),
    ("closed_question", "Which of the two did you ring first?", ""),
    ("closed_question", "How long has it been like this?", ""),
    ("closed_question", "Was Priya there?", ""),
    ("closed_question", "Will they renew?", ""),
    ("closed_question", "What time is the review?", ""),
    ("reflection", "You feel left out of the pricing talks.", ""),
    ("reflection", "It sounds like a lonely month.", ""),
    ("reflection", "So it's not the money.", "It isn't the money, really. It's the way they did it."),
    ("reflection", "You'd rather lose the deal than lie to him.", ""),
    ("reflection", "Seems like the new boss makes you nervous.", ""),
    ("reflection", "You're torn between the two of them.", ""),
    ("reflection", "You want somebody to notice.", ""),
    ("reflection", "That must have stung.", ""),
    ("reflection", "So nobody told you.", "No. Nobody told me a thing, I read it in the minutes."),
    ("reflection", "Part of you is relieved.", ""),
    ("reflection", "You've been carrying this by yourself.", ""),
    ("reflection", "The re-org took your best account.", "Then the re-org came and my best account went."),
    ("reflection", "What I'm hearing is that the tool gets in your way.", ""),
    ("summary", "Let me see if I have it: the pilot worked, legal is slow, and you would like to call Ann yourself.", ""),
    ("summary", "To sum up, the sponsor has left and the new one wants a lower price.", ""),
    ("affirmation", "Well done on the Kessler renewal.", ""),
    ("affirmation", "Thank you for telling me that.", ""),
    ("affirmation", "I appreciate how honest you are with me.", ""),
    ("affirmation", "You handled that call with a lot of patience.", ""),
    ("affirmation", "Great idea.", ""),
    ("affirmation", "I'm proud of how you held the price.", ""),
    ("affirmation", "No wonder you were cross.", ""),
    ("affirmation", "Anyone would feel that way.", ""),
    ("acknowledgement", "Uh-huh.", ""),
    ("acknowledgement", "Yeah, got it.", ""),
    ("acknowledgement", "Makes sense.", ""),
    ("acknowledgement", "Oh, wow.", ""),
    ("acknowledgement", "Understood.", ""),
    ("acknowledgement", "Sure, okay.", ""),
    ("instruction", "Call Meyer before lunch.", ""),
    ("instruction", "Don't discount below ten.", ""),
    ("instruction", "Make sure the notes are in before five.", ""),
    ("instruction", "I want you to copy me on every mail.", ""),
    ("instruction", "From now on every visit goes into the system.", ""),
    ("instruction", "Let's get this done today.", ""),
    ("instruction", "Please update the close dates.", ""),
    ("instruction", "You need to be on site by eight.", ""),
    ("instruction", "Stop chasing the small ones.", ""),
    ("instruction", "and then send me the list", ""),
    ("advice", "You should ask for the order.", ""),
    ("advice", "You might want to bring Paul along.", ""),
    ("advice", "Maybe you start with the easy ones.", ""),
    ("advice", "My advice is to wait until spring.", ""),
    ("advice", "I'd ring her before she rings you.", ""),
    ("advice", "It might help to write it down.", ""),
    ("advice", "One option is to split the visit.", ""),
    ("advice", "The best way is to go in person.", ""),
    ("advice", "I suggest a smaller pilot.", ""),
    ("advice", "Try a shorter mail.", ""),
    ("leading_question", "Why don't you just ring him?", ""),
    ("leading_question", "Shouldn't you have told me earlier?", ""),
    ("leading_question", "Isn't it time to let that one go?", ""),
    ("leading_question", "Have you thought about a smaller pilot?", ""),
    ("leading_question", "Couldn't Paul take that one over?", ""),
    ("leading_question", "Do you really think they'll sign?", ""),
    ("leading_question", "What about asking for a reference?", ""),
    ("leading_question", "Have you considered leaving it to Ann?", ""),
    ("leading_question", "Don't you want to win this?", ""),
    ("criticism", "You never log your calls.", ""),
    ("criticism", "That was sloppy.", ""),
    ("criticism", "I'm disappointed in the quarter.", ""),
    ("criticism", "You should have told me in May.", ""),
    ("criticism", "You keep making the same promise.", ""),
    ("criticism", "If you don't fix it, you'll end up on a plan.", ""),
    ("criticism", "I don't buy that.", ""),
    ("criticism", "You didn't even prepare.", ""),
    ("information", "Pricing changes on the first of May.", ""),
    ("information", "We lost two people in the north.", ""),
    ("information", "The new system goes live on Monday.", ""),
    ("information", "My first year was a disaster for everybody.", ""),
    ("information", "There are four accounts in that area.", ""),
    ("information", "Because the board has asked for one list.", ""),
    ("information", "I spoke to Ines about it last week.", ""),
    ("persuasion", "Think of the commission.", ""),
    ("persuasion", "Imagine walking into the kick-off with that.", ""),
    ("persuasion", "It's a no-brainer.", ""),
    ("persuasion", "You won't regret it.", ""),
    ("persuasion", "This is a golden opportunity for you.", ""),
    ("persuasion", "Believe me, they'll love it.", ""),
    ("persuasion", "All the top reps do it this way.", ""),
    ("permission", "Do you mind if I share something?", ""),
    ("permission", "Would you like me to come along?", ""),
    ("permission", "It's up to you.", ""),
    ("permission", "May I suggest something?", ""),
    ("permission", "Is it okay if we look at the numbers?", ""),
    ("permission", "Are you open to an idea?", ""),
    ("social", "Good morning, Dana.", ""),
    ("social", "How was your weekend?", ""),
    ("social", "Thanks for making the time.", ""),
    ("social", "See you on Thursday.", ""),
    ("social", "Have a good evening.", ""),
    ("social", "Hi Ravi.", ""),
]


@pytest.mark.parametrize(("code", "text", "context"), ROWS, ids=[row[1] for row in ROWS])
def test_a_sentence_has_its_code(code: str, text: str, context: str) -> None:
    assert [item.code.value for item in LABELLER.label(text, context=context)] == [code]


def test_each_act_of_a_turn_has_its_own_code() -> None:
    codes = [item.code for item in LABELLER.label("I hear you, but call them today, when can you do it?", turn=4)]
    assert codes == [Code.ACKNOWLEDGEMENT, Code.INSTRUCTION, Code.CLOSED_QUESTION]


def test_words_the_rep_had_just_used_are_given_back() -> None:
    context = "The buyer at Hauser left in March and the deal went quiet."
    assert LABELLER.label("The Hauser buyer left in March.", context=context)[0].code is Code.REFLECTION
    assert LABELLER.label("The Hauser buyer left in March.")[0].code is Code.INFORMATION


@pytest.mark.parametrize(
    "text",
    [
        "So the month end is where it comes apart.",
        "So the date is yours, not theirs.",
        "So, nobody asked you.",
        "So it isn't the decision so much as how it was done.",
    ],
)
def test_so_and_a_statement_gives_back_what_was_said(text: str) -> None:
    assert [item.code for item in LABELLER.label(text, context="Well. I put it in because the form wants one.")] == [Code.REFLECTION]


def test_without_case_and_marks_the_acts_are_still_told_apart() -> None:
    segments = LABELLER.label("so tell me what happened with hauser did you call the buyer you should call her today")
    assert [item.code for item in segments] == [Code.OPEN_QUESTION, Code.CLOSED_QUESTION, Code.ADVICE]


def of(code: Code, words: int) -> Segment:
    """A segment of so many words."""
    return Segment(turn=1, start=0, end=0, text="word " * words, code=code)


@pytest.mark.parametrize(
    ("segments", "code"),
    [
        ([], Code.SOCIAL),
        ([of(Code.ACKNOWLEDGEMENT, 1)], Code.ACKNOWLEDGEMENT),
        ([of(Code.ACKNOWLEDGEMENT, 3), of(Code.INSTRUCTION, 2)], Code.INSTRUCTION),
        ([of(Code.INFORMATION, 8), of(Code.OPEN_QUESTION, 5)], Code.OPEN_QUESTION),
        ([of(Code.INFORMATION, 30), of(Code.CLOSED_QUESTION, 5)], Code.INFORMATION),
        ([of(Code.REFLECTION, 5), of(Code.AFFIRMATION, 5)], Code.REFLECTION),
    ],
)
def test_one_code_names_a_whole_turn(segments: list[Segment], code: Code) -> None:
    assert whole(segments) is code


@settings(max_examples=200)
@given(text=st.text(max_size=300), context=st.text(max_size=100))
def test_any_text_is_coded_and_its_segments_concatenate(text: str, context: str) -> None:
    segments = LABELLER.label(text, context=context, turn=2)
    assert "".join(item.text for item in segments) == text
    assert all(text[item.start : item.end] == item.text for item in segments)


def test_a_hundred_thousand_characters_are_coded() -> None:
    for text in ("word " * 20_000, "so, you should call them. " * 3_800, "?" * 100_000, "💬\u202e\x00" * 30_000):
        assert LABELLER.label(text)
