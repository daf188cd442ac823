/**
 * What people choose when asked for a password: words, names, teams, places, keyboard walks. Passwords here have at
 * least 12 characters, so a common one is nearly always one or two of these, bent and padded; `isCommonPassword`
 * undoes the bending. Lower case, no digits.
 */
export const commonWords: ReadonlySet<string> = new Set(
  `password passwort passcode passphrase passwd pass contrasena motdepasse parola senha haslo wachtwoord heslo salasana
   admin administrator administrador root toor superuser super sysadmin webmaster postmaster hostmaster support service
   manager director office employee company business finance account accounts user username guest public demo test tester
   testing trial temp temporary default change changeme changeit initial secret topsecret private security secure login
   logon signin access enter entry letmein letme open opensesame unlock welcome welcomeback hello hallo hola bonjour salut
   goodmorning goodnight internet computer laptop desktop server database oracle mysql postgres docker linux ubuntu debian
   windows microsoft google facebook instagram twitter linkedin youtube amazon apple iphone samsung android nintendo
   playstation xbox minecraft pokemon pikachu fortnite starwars skywalker startrek matrix superman batman spiderman ironman
   captain avengers gandalf frodo hobbit dragon dragons monkey tiger lion eagle falcon hunter ranger shadow phoenix panther
   leopard wolf wolves bear bears horse horses dolphin dolphins butterfly flower flowers sunflower rainbow sunshine
   moonlight starlight midnight thunder lightning storm summer winter autumn spring january february march april june july
   august september october november december monday tuesday wednesday thursday friday saturday sunday today tomorrow
   yesterday birthday christmas easter halloween holiday vacation weekend football baseball basketball hockey soccer tennis
   golf cricket rugby volleyball softball swimming running fishing hunting liverpool arsenal chelsea manchester united
   barcelona realmadrid juventus milan bayern dortmund ajax celtic rangers yankees redsox cowboys steelers packers lakers
   bulls ferrari porsche mercedes toyota honda yamaha harley davidson corvette mustang camaro london paris berlin madrid
   lisbon rome vienna moscow dublin newyork chicago boston dallas houston texas florida california america american england
   britain scotland ireland france germany spain portugal italy brazil mexico canada india china japan australia africa
   europe world earth jesus jesuschrist christ god godisgood godisgreat allah krishna buddha angel angels heaven faith
   blessed blessing amen church bible love lover lovely loveme iloveyou iloveu iloveme ilove loveyou truelove mylove
   mybaby babygirl babyboy baby princess prince queen king kingdom sweet sweetheart sweetie honey sugar candy chocolate
   cookie cookies coffee cheese banana apple orange cherry strawberry pepper ginger butter pumpkin muffin cupcake family
   mother father mama papa mommy daddy sister brother friend friends forever bestfriend together always freedom liberty
   justice peace happy happiness smile lucky success winner winning champion power powerful strong master masters magic
   mystery wizard merlin warrior soldier knight samurai ninja pirate hacker killer danger death devil satan evil demon
   angel hell fire water ocean river mountain forest garden island diamond gold golden silver platinum crystal ruby
   emerald purple yellow orange green black white blue red pink brown grey black music guitar piano metallica nirvana
   slipknot eminem beatles queen abba elvis michael michelle jennifer jessica jordan joshua matthew daniel david andrew
   anthony charles christopher christian thomas robert richard william james john joseph george edward henry oliver harry
   jack samuel benjamin nicholas alexander alexandra victoria elizabeth charlotte sophie sophia emma emily hannah sarah
   laura linda lisa maria marie anna annie amanda ashley brittany nicole natalie samantha stephanie rebecca rachel patricia
   barbara susan karen nancy betty margaret dorothy sandra donna carol ruth sharon cynthia kathleen mohamed mohammed ahmed
   ali fatima aisha hassan hussein omar ibrahim yusuf carlos jose juan luis miguel pedro fernando alejandro ricardo
   francisco antonio giovanni giuseppe francesco marco andrea luca paolo pierre jean jacques philippe nicolas julien
   francois wolfgang hans peter stefan andreas klaus jurgen ivan dmitri sergei vladimir natasha olga svetlana tatiana
   qwerty qwertz azerty qwertyuiop qwertzuiop azertyuiop asdf asdfg asdfgh asdfghjkl zxcv zxcvb zxcvbnm yxcvbnm qwert
   qazwsx qazwsxedc wsxedc edcrfv rfvtgb tgbyhn poiuytrewq lkjhgfdsa mnbvcxz abc abcd abcde abcdef abcdefg abcdefgh
   abcdefghij abcdefghijkl alphabet letters numbers number one two three four five six seven eight nine zero hundred
   thousand million trustno whatever nothing something anything everything nobody somebody anybody idontknow dontknow
   forgot forgotten remember remind never nevermind please thankyou thanks goodbye fuck fuckyou fucker fuckoff shit bitch
   asshole bullshit sexy sex porn pussy dick cock naked hotmail gmail yahoo outlook icloud email mail phone mobile telephone
   address street house home school college university student teacher doctor nurse hospital engineer developer
   programmer code coding matrix network wireless wifi router cisco admin domain domains registry registrar registrant
   nonprofit charity org dotorg auction auctions bidder bidding names shortnames shortname programme program portal`
    .split(/\s+/)
    .filter(Boolean),
)
