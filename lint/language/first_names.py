"""Whether a first name is mostly a man's or a woman's: a short list of our own, of names that hardly anybody of the other gender has."""

from __future__ import annotations

from enum import Enum

_WOMEN = frozenset(
    """
    abigail ada adele agnes aisha alexandra alice alicia alison amanda amber amelia amina amy ana anastasia andrea angela angelina anita
    ann anna anne annette annie april audrey ava barbara beatrice becky bella bernadette bertha beth bethany betty beverly brenda bridget
    brigid camilla candace carla carly carmen carol carole caroline carolyn catherine cathy cecilia celia charlotte cheryl chloe christina
    christine cindy claire clara clare claudia colleen connie constance cora cynthia daisy daphne darlene dawn debbie deborah debra delia
    denise diana diane dina dolores donna dora doris dorothy edith eileen elaine eleanor elena elisa elizabeth ella ellen elsie emily emma
    erica erin esther ethel eva eve evelyn faith fatima faye felicity fiona flora florence frances freda gail gemma geraldine gina gladys
    glenda gloria grace greta gwen hannah harriet hazel heather heidi helen helena hilary hillary holly hope ida imogen ines ingrid irene
    iris isabel isabella isla ivy jacqueline jane janet janice janine jasmine jean jeanette jennifer jenny jessica jill joan joanna joanne
    josephine joyce judith judy julia juliana julie june karen kate katherine kathleen kathryn kathy katie kayla kirsten kristen kristin
    laura lauren leah leila lena lesley lilian lillian lily linda lisa lois lola loretta lorraine louisa louise lucia lucille lucinda lucy
    lydia lynn mabel madeleine maggie mandy marcia margaret margot maria mariam marian marianne marie marilyn marina marjorie marlene
    marta martha mary matilda maureen maya megan melanie melinda melissa mercy meredith mia michelle mildred millie mina miranda miriam
    moira molly mona monica muriel myra nadia nancy naomi natalie natasha nell nina nora norma octavia olga olive olivia opal paige pamela
    patricia paula pauline pearl peggy penelope penny petra philippa phoebe phyllis polly priscilla priya rachel rebecca regina renee
    rhoda rita roberta rosa rosalind rose rosemary roxanne ruby ruth sabrina sally samantha sandra sara sarah selina serena sharon sheila
    shirley silvia sofia sonia sophia sophie stella stephanie sue susan susannah suzanne sylvia tamara tania tara teresa thelma theresa
    tina tracy trudy una ursula valerie vanessa vera verity veronica victoria viola violet virginia vivian wanda wendy wilma winifred
    yasmin yolanda yvette yvonne zara zoe
    """.split()
)
_MEN = frozenset(
    """
    aaron abdul abraham adam adrian ahmed alan albert alec alejandro alexander alfred ali alistair allan allen alvin amir andre andrew
    andy angus anthony antonio archie arnold arthur barack barry ben benjamin bernard bert bill billy bob bobby boris brad bradley brandon
    brendan brett brian bruce bruno bryan byron calvin carl carlos cecil cedric charles charlie chester chris christopher clarence clark
    claude clifford clive clyde colin conrad craig curtis cyril damian damon dan daniel danny darren dave david dean declan dennis denis
    derek desmond diego dirk dominic don donald doug douglas duncan dwight earl ed eddie edgar edmund eduardo edward edwin eli elijah
    eliot elliot emanuel eric ernest ernie ethan eugene evan felix ferdinand fergus fernando floyd francis francisco frank franklin fred
    frederick gabriel gareth gary gavin geoff geoffrey george gerald gerard giles glen glenn gordon graham grant greg gregory guy hamish
    hans harold harry harvey hassan hector henry herbert herman horace howard hugh hugo humphrey hussein ian ibrahim ignacio igor isaac
    ivan jack jacob jake jamal james jared jason javier jeff jeffrey jeremy jerome jerry jesus jim jimmy joe joel johannes john johnny
    jonah jonathan jorge jose joseph joshua juan julian julius justin karl keith ken kenneth kevin khalid kurt kyle lance lars laurence
    lawrence leo leon leonard leroy lewis liam lionel lloyd louis luca lucas luis luke magnus malcolm manuel marco marcus mario mark
    marshall martin marvin mason matt matthew maurice max maxwell melvin michael miguel mike miles mitch mitt mohamed mohammed morris
    moses muhammad murray nathan nathaniel neil nelson neville nicholas nick nigel noah noel norman oliver omar oscar oswald otto owen
    pablo patrick paul pedro percy perry pete peter phil philip phillip pierre ralph ramon randall randy raymond reginald rex ricardo
    richard rick robert roberto roderick rodney roger roland ron ronald rory ross roy rudolph rupert russell ryan salman samuel saul scott
    sean sebastian sergei seth seymour sidney silas simon stanley stefan stephen steve steven stewart stuart tariq ted terence terry
    theodore thomas tim timothy tobias toby todd tom tommy tony trevor troy vernon victor vincent vladimir wallace walter warren wayne
    wilbur wilfred william winston xavier yusuf zachary
    """.split()
)


class Gender(Enum):
    """What a name or a title tells."""

    MAN = "man"
    WOMAN = "woman"
    UNKNOWN = "unknown"


def gender_of(name: str) -> Gender:
    """The gender that a first name tells."""
    small = name.lower()
    if small in _WOMEN:
        return Gender.WOMAN
    return Gender.MAN if small in _MEN else Gender.UNKNOWN
