import type { Kind, Tier } from "./terms.ts";

/**
 * Words of other languages than English, unaccented, as programmers write them, each row with the law, form or
 * reference work by which its words are names of fields. What means something else in English or in programming is left
 * out: `nip`, `inn`, `rfc` and `sin` (tax and insurance numbers), `rue` and `ort` (a street, a town), `cap` (a postal
 * code), `ad` and `fio` (names), `rib` (a bank account), `handy` (a phone). So is what is an everyday word elsewhere:
 * `familia` (Spanish for a family of products), `parola` (Italian for a word), `nie` (Polish for no, German for never).
 * Each word was looked up in the text of public repositories and is there the name of a field that holds such data.
 * Left out are those that are not (`myoji`) or mostly name something else: `kanji name`, that of a character.
 */
export const foreignWords: readonly (readonly [Kind, Tier, words: string, source: string])[] = [
  // German
  ["name", 1, "vorname, familienname, geburtsname, rufname", "Bundesmeldegesetz § 3"],
  ["name", 1, "nachname, zuname", "de.wikipedia.org/wiki/Familienname"],
  ["address", 1, "strasse, hausnummer, wohnort", "DIN 5008"],
  ["address", 1, "anschrift, wohnanschrift", "Bundesmeldegesetz § 3; Personalausweisgesetz § 5"],
  ["address", 2, "plz, postleitzahl", "de.wikipedia.org/wiki/Postleitzahl_(Deutschland)"],
  ["phone", 1, "rufnummer, telefonnummer", "Telekommunikationsgesetz § 172"],
  ["phone", 1, "handynummer, mobilnummer", "de.wikipedia.org/wiki/Mobiltelefon"],
  ["dob", 1, "geburtsdatum, geburtsort, geburtstag, geburtsjahr", "Bundesmeldegesetz § 3; Personalausweisgesetz § 5"],
  ["gov_id", 1, "steuernummer, steuer id, steueridentnummer", "Abgabenordnung § 139a, § 139b"],
  ["gov_id", 1, "sozialversicherungsnummer", "SGB VI § 147"],
  ["gov_id", 1, "ausweisnummer, reisepassnummer", "Personalausweisgesetz § 5; Passgesetz § 4"],
  ["health", 1, "krankenversicherungsnummer, versichertennummer", "SGB V § 290"],
  ["financial", 1, "kontonummer, kontoinhaber, bankverbindung", "de.wikipedia.org/wiki/Bankverbindung"],
  ["financial", 1, "kreditkarte, kreditkartennummer", "de.wikipedia.org/wiki/Kreditkarte"],
  ["financial", 1, "gehalt", "Handelsgesetzbuch § 64"],
  ["demographic", 1, "geschlecht, staatsangehoerigkeit, familienstand", "Bundesmeldegesetz § 3"],
  ["demographic", 1, "konfession", "de.wikipedia.org/wiki/Konfession"],
  ["email", 1, "emailadresse, mailadresse", "de.wikipedia.org/wiki/E-Mail-Adresse"],
  ["password", 1, "kennwort", "de.wikipedia.org/wiki/Passwort"],
  // French
  ["name", 1, "prenom, nom famille, nom de famille, nom naissance", "Code civil, art. 57, 311-21"],
  ["name", 1, "nom complet", "fr.wikipedia.org/wiki/Nom_de_personne"],
  ["email", 1, "courriel, adresse mail", "Journal officiel, 20 juin 2003 (vocabulaire de l'internet)"],
  ["address", 2, "code postal", "fr.wikipedia.org/wiki/Code_postal_en_France"],
  ["phone", 1, "numero telephone, tel portable", "cerfa 12100 (demande de passeport)"],
  ["dob", 1, "date naissance, date de naissance, lieu naissance, lieu de naissance", "Code civil, art. 57"],
  ["gov_id", 1, "numero securite sociale, numero secu", "Code de la sécurité sociale, art. R115-1"],
  ["gov_id", 1, "carte identite", "décret n° 55-1397"],
  ["password", 1, "mot de passe", "fr.wikipedia.org/wiki/Mot_de_passe"],
  // Spanish
  ["name", 1, "apellido, primer nombre, segundo apellido, nombre completo", "Ley 20/2011 del Registro Civil, art. 49"],
  ["email", 1, "correo, correo electronico, mail correo", "es.wikipedia.org/wiki/Correo_electrónico"],
  ["address", 1, "direccion, domicilio, calle", "Agencia Tributaria, modelo 030"],
  ["address", 2, "codigo postal", "Agencia Tributaria, modelo 030"],
  [
    "phone",
    1,
    "celular, telefono movil, numero telefono",
    "Agencia Tributaria, modelo 030; es.wikipedia.org/wiki/Teléfono_móvil",
  ],
  ["dob", 1, "fecha nacimiento, fecha de nacimiento, lugar nacimiento", "Ley 20/2011 del Registro Civil, art. 44"],
  ["financial", 1, "cuenta bancaria, numero cuenta", "es.wikipedia.org/wiki/Código_cuenta_cliente"],
  ["financial", 1, "numero tarjeta, tarjeta credito", "es.wikipedia.org/wiki/Tarjeta_de_crédito"],
  ["gov_id", 1, "nif, dni, dni nie", "es.wikipedia.org/wiki/Número_de_identificación_fiscal"],
  ["gov_id", 1, "curp", "Diario Oficial de la Federación, 23 de octubre de 1996"],
  ["gov_id", 1, "rut number", "es.wikipedia.org/wiki/Rol_Único_Tributario"],
  // Portuguese
  ["name", 1, "sobrenome, nome completo, nome mae", "Receita Federal, inscrição no CPF"],
  ["address", 1, "endereco, logradouro", "Receita Federal, inscrição no CPF"],
  ["address", 2, "cep", "pt.wikipedia.org/wiki/Código_de_Endereçamento_Postal"],
  ["phone", 1, "telefone, telemovel", "pt.wikipedia.org/wiki/Telefone_celular"],
  ["dob", 1, "data nascimento, data de nascimento", "Receita Federal, inscrição no CPF"],
  ["financial", 1, "cartao credito, conta bancaria", "pt.wikipedia.org/wiki/Cartão_de_crédito"],
  ["gov_id", 1, "cpf, cnpj", "pt.wikipedia.org/wiki/Cadastro_de_Pessoas_Físicas"],
  ["password", 1, "senha", "pt.wikipedia.org/wiki/Senha"],
  // Italian
  ["name", 1, "cognome, nome cognome", "Agenzia delle Entrate, modello AA4/8"],
  ["address", 1, "indirizzo, indirizzo casa", "Agenzia delle Entrate, modello AA4/8"],
  ["phone", 1, "cellulare, numero telefono", "it.wikipedia.org/wiki/Telefono_cellulare"],
  ["dob", 1, "data nascita, data di nascita, luogo nascita", "Agenzia delle Entrate, modello AA4/8"],
  ["gov_id", 1, "codice fiscale", "D.P.R. 605/1973"],
  // Dutch
  ["name", 1, "voornaam, achternaam, geslachtsnaam, roepnaam", "Wet basisregistratie personen, art. 2.7"],
  ["address", 1, "straat, straatnaam, huisnummer, woonplaats", "Wet basisregistratie adressen en gebouwen"],
  ["phone", 1, "telefoonnummer, mobielnummer", "nl.wikipedia.org/wiki/Telefoonnummer"],
  ["dob", 1, "geboortedatum, geboorteplaats", "Wet basisregistratie personen, art. 2.7"],
  ["gov_id", 1, "burgerservicenummer, bsn", "Wet algemene bepalingen burgerservicenummer"],
  ["financial", 1, "rekeningnummer", "nl.wikipedia.org/wiki/Bankrekening"],
  ["password", 1, "wachtwoord", "nl.wikipedia.org/wiki/Wachtwoord"],
  // Polish
  ["name", 1, "imie, nazwisko, imie nazwisko, nazwisko rodowe", "Ustawa o ewidencji ludności, art. 8"],
  ["address", 1, "ulica, adres zamieszkania", "Ustawa o ewidencji ludności, art. 26"],
  ["address", 2, "kod pocztowy", "pl.wikipedia.org/wiki/Kod_pocztowy"],
  ["dob", 1, "data urodzenia, miejsce urodzenia", "Ustawa o ewidencji ludności, art. 8"],
  ["phone", 1, "numer telefonu", "pl.wikipedia.org/wiki/Numer_telefonu"],
  ["gov_id", 1, "pesel", "Ustawa o ewidencji ludności, art. 15"],
  ["password", 1, "haslo", "pl.wikipedia.org/wiki/Hasło"],
  // Turkish
  ["name", 1, "soyad, soyadi, soyisim, ad soyad", "Nüfus Hizmetleri Kanunu (5490), madde 7"],
  ["gov_id", 1, "tckn, tc kimlik, tc kimlik no, kimlik no", "Nüfus Hizmetleri Kanunu (5490), madde 46"],
  ["dob", 1, "dogum tarihi, dogum yeri", "Nüfus Hizmetleri Kanunu (5490), madde 7"],
  ["phone", 1, "cep telefonu, telefon no", "tr.wikipedia.org/wiki/Cep_telefonu"],
  ["email", 1, "eposta, e posta", "tr.wikipedia.org/wiki/E-posta"],
  ["password", 1, "sifre", "tr.wikipedia.org/wiki/Parola"],
  // Norwegian, Danish, Swedish
  ["name", 1, "fornavn, etternavn, efternavn, fornamn, efternamn", "Navneloven; Lov om navne; Lag om personnamn"],
  ["dob", 1, "fodselsdato, fodelsedatum", "Folkeregisterloven § 3-1; Folkbokföringslag § 18"],
  ["gov_id", 1, "fodselsnummer, personnummer, cpr nummer", "en.wikipedia.org/wiki/National_identification_number"],
  ["password", 1, "passord, losenord", "no.wikipedia.org/wiki/Passord; sv.wikipedia.org/wiki/Lösenord"],
  // Hindi
  ["name", 1, "upnaam, pita naam", "Income Tax Department, Form 49A"],
  ["dob", 1, "janm tithi, janam tithi", "UIDAI, enrolment form"],
  ["gov_id", 1, "aadhaar, aadhaar number", "Aadhaar Act 2016, section 2(a)"],
  // Chinese (pinyin)
  ["name", 1, "xingming, zhenshi xingming", "Law on Resident Identity Cards, art. 3"],
  ["phone", 1, "shouji, shoujihao, shou ji hao, dianhua", "zh.wikipedia.org/wiki/手机号码"],
  ["address", 1, "dizhi, zhuzhi, jiating dizhi", "Law on Resident Identity Cards, art. 3"],
  ["gov_id", 1, "shenfenzheng, shenfenzhenghao, shen fen zheng", "Law on Resident Identity Cards, art. 1"],
  ["email", 1, "youxiang", "zh.wikipedia.org/wiki/电子邮箱"],
  ["password", 1, "mima", "zh.wikipedia.org/wiki/密码"],
  ["dob", 1, "shengri, chusheng riqi", "Law on Resident Identity Cards, art. 3"],
  // Japanese (Hepburn)
  ["name", 1, "shimei", "Basic Resident Registration Act, art. 7; Family Register Act, art. 13"],
  // How any word is read, of names in forms.
  ["name", 2, "furigana", "ja.wikipedia.org/wiki/振り仮名"],
  ["name", 1, "namae, kana name", "en.wikipedia.org/wiki/Japanese_name"],
  ["phone", 1, "denwa, denwa bango, denwabango", "ja.wikipedia.org/wiki/電話番号"],
  ["address", 1, "jusho, juusho", "Basic Resident Registration Act, art. 7"],
  ["address", 2, "yubin bango, yubinbango", "ja.wikipedia.org/wiki/郵便番号"],
  ["dob", 1, "seinengappi, tanjobi", "Basic Resident Registration Act, art. 7"],
  // Russian (GOST 7.79)
  ["name", 1, "familiya, otchestvo, imya", "Civil Code, art. 19"],
  ["phone", 1, "nomer telefona", "ru.wikipedia.org/wiki/Телефонный_номер"],
  ["gov_id", 1, "snils", "Federal Law 27-FZ, art. 6"],
  ["gov_id", 1, "seriya pasporta, nomer pasporta", "Government Decree 828 (passport regulations)"],
  ["dob", 1, "data rozhdeniya", "Government Decree 828 (passport regulations)"],
  ["password", 1, "parol", "ru.wikipedia.org/wiki/Пароль"],
  // Words for which other words of the tables are the English ones
  ["gov_id", 1, "nino, nric", "en.wikipedia.org/wiki/National_identification_number"],
];
