"""Every error this package raises on purpose.

    SimulatorError
    ├── UserError                 the person can put it right
    │   ├── SettingError          an environment variable is missing or wrong
    │   ├── ScenarioError         a scenario is unknown or its file has mistakes
    │   ├── MessageError          what was typed cannot be sent (blank, too long)
    │   ├── TranscriptError       a talk read from a file cannot be scored
    │   ├── AttemptError          no such talk, or the talk is already over
    │   │   └── OwnerError        the talk is somebody else's
    │   ├── PersonError           no such person, or a name that cannot be taken
    │   ├── WorkshopError         no such workshop, or it cannot be done there now
    │   ├── ReviewError           what was said of a talk cannot be kept so
    │   └── TooOftenError         asked for more often than a person does
    └── RunError                  it went wrong while running
        ├── StoreError            the database cannot be read or written
        ├── CatalogueIndexError the scenario index cannot be read or written
        ├── LabellerError         the built-in labeller's files cannot be read
        ├── WordsError            a file of words is missing or has mistakes
        └── StandInError          a stand-in takes over, and what that means is said where it happens
            ├── PromptError       a prompt file is missing, malformed or lacks a variable
            └── ModelError        the language model did not answer
                ├── ModelTimeout      it took too long
                ├── ModelUnreachable  no server answered at the address
                ├── ModelRefused      401, 403: the key is missing or wrong
                ├── ModelBusy         429: too many requests, or the credit is used up
                ├── ModelFailed       5xx, or an answer nobody can read
                ├── ModelRejected     400, 404, 413, 422: the request or the model's name is not accepted
                ├── ModelCutOff       the stream ended in the middle of an answer
                ├── ModelTooLong      the answer was ended for its length
                └── OutOfPart         what it said for the rep was not fit to be shown

`str(error)` is a sentence for the person: what happened, what it means, what to do. It never holds a secret.
"""


class SimulatorError(Exception):
    """The one base to catch."""


class UserError(SimulatorError):
    """The person can put it right."""


class SettingError(UserError):
    """An environment variable is missing or wrong."""


class ScenarioError(UserError):
    """A scenario is unknown, or its file has mistakes."""


class MessageError(UserError):
    """What was typed cannot be sent: it is blank or too long."""


class TranscriptError(UserError):
    """A talk read from a file cannot be scored."""


class AttemptError(UserError):
    """There is no such talk, or it is already over."""


class OwnerError(AttemptError):
    """The talk is somebody else's; nothing was shown or changed."""


class PersonError(UserError):
    """There is no such person, or the name cannot be taken."""


class WorkshopError(UserError):
    """There is no such workshop, or what was asked of it cannot be done now; nothing was changed."""


class ReviewError(UserError):
    """What somebody says of another's talk cannot be kept so; nothing was changed."""


class TooOftenError(UserError):
    """Asked for more often than a person does; nothing was lost."""


class RunError(SimulatorError):
    """It went wrong while running."""


class StoreError(RunError):
    """The database cannot be read or written."""


class CatalogueIndexError(RunError):
    """The scenario index cannot be read or written."""


class LabellerError(RunError):
    """The built-in labeller's files cannot be read."""


class WordsError(RunError):
    """A file of words is missing or has mistakes."""


class StandInError(RunError):
    """Something that a stand-in can do as well: what happened and what to do, apart, since what it means depends on where it happened."""

    def __init__(self, cause: str, remedy: str = "") -> None:
        """`cause` is a sentence without its full stop, `remedy` what to do, in the imperative; empty where one can only go on."""
        super().__init__(f"{cause}; {remedy}." if remedy else f"{cause}.")
        self.cause, self.remedy = cause, remedy

    def meaning(self, what: str, otherwise: str) -> str:
        """The whole sentence where `what` follows ("so …"); `otherwise` is what to do where there is no remedy."""
        return f"{self.cause}, {what}; {self.remedy or otherwise}."


class PromptError(StandInError):
    """A prompt file is missing, malformed or lacks a variable."""


class ModelError(StandInError):
    """The language model did not answer.

    `again` says whether the same request may do better a little later, `wait` how many seconds the server asked for.
    """

    def __init__(self, cause: str, remedy: str = "", *, again: bool = False, wait: float = 0.0) -> None:
        """As `StandInError`."""
        super().__init__(cause, remedy)
        self.again, self.wait = again, wait


class ModelTimeout(ModelError):
    """The model took too long."""


class ModelUnreachable(ModelError):
    """No server answered at the model's address."""


class ModelRefused(ModelError):
    """The key is missing or wrong, or may not use this model (401, 403)."""


class ModelBusy(ModelError):
    """Too many requests, or the credit is used up (429)."""


class ModelFailed(ModelError):
    """The server broke (5xx), or its answer cannot be read."""


class ModelRejected(ModelError):
    """The request or the model's name is not accepted (400, 404, 413, 422)."""


class ModelCutOff(ModelError):
    """The stream ended in the middle of an answer."""


class ModelTooLong(ModelError):
    """The answer was ended for its length, in the middle of a sentence or behind one."""


class OutOfPart(ModelError):
    """What the model said for the rep was not fit to be shown, twice."""
