package privacy

import "strings"

type nameKind uint8

const (
	commonName nameKind = iota + 1
	alsoWord            // also a word, a month or a place: wants a second sign
)

// firstNames are first names that are common in the UK, of all its communities.
var firstNames = func() map[string]nameKind {
	all := map[string]nameKind{}
	for _, name := range strings.Fields(commonNames) {
		all[name] = commonName
	}
	for _, name := range strings.Fields(wordNames) {
		all[name] = alsoWord
	}
	return all
}()

const commonNames = `
aaron abdul abdullah abigail adam adebayo adrian agnes ahmed aidan aileen aimee aisha alan alana alastair albert alejandra alex alexander alexandra
alfie alfred ali alice alina alison alistair allan amanda amelia amina amir amy anastasia andre andrea andrew andrzej aneesa aneurin angela angus
anita anna anne annette annie anthony antonia antonio archie arthur arjun asha ashleigh ashley asif audrey ava ayesha barbara barry beatrice becky ben
benjamin bernadette bernard beth bethan bethany beverley bilal billy brenda brendan brian bridget bronwen bruce bryan bryn caitlin callum calum cameron
camilla carl carla carly carmel caroline carolyn carys catherine cathy catriona cecilia ceri cerys charles charlie charlotte cheryl chioma chloe
chris christina christine christopher ciaran claire clare claudia clive colin colleen connor conor corey craig cyril dan daniel daniela danielle danny darren
daryl dave david dawid deborah debbie declan deepak denise dennis derek desmond diana diane dimitri dominic dominika donald donna doreen dorothy
douglas duncan dylan eddie edith edward edwin eileen eilidh eirlys elaine eleanor elena elin eliza elizabeth ella ellen ellie elliot elliott elsie emily
emma eoin eric erin esther ethan eugene eva evan evelyn ewan farah farhan fatima felix finlay fiona fraser frances francesca francis frederick freya gareth
garry gary gavin gemma geoff geoffrey george gerald geraldine gerard giles gillian gina gladys glenda gloria gordon graeme graham greg gregory gurpreet
gwen gwyneth gwyn hamza hannah harold harriet harrison harry harvey hassan hayley helen helena henry hilary howard hugh hugo hussain huw iain ian ibrahim
imogen imran ingrid ioan isaac isabel isabella isla isobel jackie jacob jacqueline jacqui jaime jake jamal james jamie jan jane janet janice janine jason
jasmin jasmine javed jeff jeffrey jemma jenna jennifer jenny jeremy jerome jessica jill jimmy joan joanna joanne jodie joe joel john johnny
jonathan josef joseph josephine josh joshua joyce juan judith julia julian julie juliet justin justyna kamal karen karim karl kasia kate katarzyna katherine
kathleen kathryn kathy katie katrina kayleigh keira keith kelly kenneth kerry kevin khadija kieran kimberley kirsten kirsty krishna krystyna
krzysztof kuldeep kumar kwame kyle lana laura lauren laurence lawrence leah leanne leila lena leo leon leonard leroy lesley leslie lewis liam linda lindsay
lindsey lisa liz lloyd logan lola lorna lorraine louis louise lowri luca lucas lucy luke lydia lyn lynda lynn lynne mabel maddie madeleine maisie malcolm
malik manjit marcia marcin marcus margaret maria mariam marian marianne marie marilyn mario marion marjorie marta martha martin martyn mary maryam mateusz
matilda matt matthew maureen maurice mbali megan mehmet melanie melissa mercedes michael michal michelle miguel mike mildred millie mohamed mohammad mohammed
mohammad mohamud moira mollie molly mona monica monika morag moses muhammad muriel mustafa myra nadia naomi nasreen natalia natalie natasha nathan neil nia
niamh nicholas nicola nicole nigel nikki nina noah noel nora noreen norma norman nuala olga olivia oliver olu oluwaseun omar oscar osman owain owen
pamela patricia patrick paul paula pauline pawel percy peter petra philip philippa phillip phoebe phyllis piotr polly pradeep preeti priya priyanka rachael
rachel rafael rahul raj rajesh ralph ramesh raymond rebecca reece reuben rhian rhiannon rhys ricardo richard ricky rita robert roberta roderick rodney roger
roland ronald rosalind rosemary rosie ross rowan roy rupert russell ruth ryan sabrina sadie saeed saima saleem salim sally samantha sameer samira samuel sana
sandra sanjay sarah saskia sean sebastian selina seren shabana shane shannon sharon shaun shazia sheila shirley shona sian sidney siobhan simon simone
siobhán sofia sonia sophia sophie stacey stella stephanie stephen steve steven stewart stuart suleiman sunita susan susanna susannah suzanne sylvia syed
tabitha tahir tamara tanya tariq tasha terence teresa terry thelma theo theresa thomas tiffany tim timothy tina toby tom tomasz tommy tony tracey tracy
trevor tristan tyler uma usha vanessa vera verity vernon veronica vicky victor vijay vikram vincent vivian vivien vivienne walter wanda warren wayne wendy wesley
wilfred william winifred xavier yasmin yasmine yolanda yusuf yvette yvonne zac zach zachary zahra zainab zara zeinab zoe zoë zofia zuzanna agnieszka
małgorzata łukasz siân seán róisín chloé josé andré rené beyza emre ayse nkechi ngozi oluwatobi temitope folake kofi ama abena tendai farzana rukhsana nusrat
shahid iqbal naveed zeeshan adeel usman faisal waqas kiran harpreet jaspreet amrit simran sukhdeep ravi anil sunil vinod lakshmi meena anjali divya sushila
mei ling xiao wei jing nguyen linh thuy minh hiroshi yuki
`

const wordNames = `
abbey abby alba amber angel april archer art august aurora austin autumn barney basil bay bea bell bill bliss bob bonnie brandy brook brooke buddy carol
carter chance charity charm chase chelsea cherry chip christian christmas clay cliff clement colt constance cooper coral crystal daisy dale dawn dean
destiny dick dolly don drew duke earl earnest eden elle ernest eve faith fay fern fleur flora florence forest frank gabriel gale gene georgia ginger glen glenn
glory grace grant guy hank harmony harper hazel heather heath henrietta holly honey honor hope hunter india iris israel ivy jack jade jasper jay jean jersey
jess jewel jim jo jon jordan josie joy june justice kay ken kit kim lance lane laurel lee leigh lily lotus lou lux major marina mark marshall mason may max
maya melody mercy merry miles milo misty mo myrtle nan ned neville nick norm oak olive opal paddy page paige parker pat patience patsy pearl peg penny
perry pete phil pierce pip poppy precious preston primrose prince prudence queenie rae randy ray red reed reggie reg rex rich ricki rick river rob robin rock
rod romeo ron rose roses ruby rusty sage sam sandy saul savannah scarlett scarlet scott serena serenity sid skip sky skye solomon star stan sterling storm sue
summer sunny susie tad tamsin tanner taylor ted tess tiger toni trinity troy tye unity val van victoria vic viola violet virginia wade ward will willow wills
winter woody york young zion blessing comfort sunday gift goodness
`
