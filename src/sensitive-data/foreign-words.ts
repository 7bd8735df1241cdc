import type { Kind, Tier } from "./terms.ts";

/**
 * Words of other languages than English, unaccented, as programmers write them. Each line names the form, register or
 * law from which its words are taken. What is a word of English or of programming as well is left out: `nip` and `inn`
 * (tax numbers), `rue` and `ort` (a street, a town), `cap` (a postal code), `ad` (a name), `rib` (a bank account),
 * `handy` (a phone), `fio` (a name; a tool that measures disks). So is what is an everyday word of another language:
 * `familia` (Spanish for a family of products), `parola` (Italian for a word).
 */
export const foreignWords: readonly (readonly [Kind, Tier, string])[] = [
  // German: Personalausweisgesetz § 5, DIN 5008, SGB VI § 147, AO § 139b
  ["name", 1, "vorname, nachname, familienname, geburtsname, rufname, zuname"],
  ["address", 1, "strasse, hausnummer, anschrift, wohnort, wohnanschrift"],
  ["address", 2, "plz, postleitzahl"],
  ["phone", 1, "telefonnummer, handynummer, rufnummer, mobilnummer"],
  ["dob", 1, "geburtsdatum, geburtstag, geburtsort, geburtsjahr"],
  [
    "gov_id",
    1,
    "steuernummer, steuer id, steueridentnummer, sozialversicherungsnummer, ausweisnummer, reisepassnummer",
  ],
  ["health", 1, "krankenversicherungsnummer, versichertennummer"],
  ["financial", 1, "kontonummer, kontoinhaber, bankverbindung, gehalt, kreditkarte, kreditkartennummer"],
  ["demographic", 1, "geschlecht, staatsangehoerigkeit, familienstand, konfession"],
  ["email", 1, "emailadresse, mailadresse"],
  // French: arrêté du 22 octobre 2021 (cerfa), La Poste, Code civil art. 57
  ["name", 1, "prenom, nom famille, nom de famille, nom complet, nom naissance"],
  ["email", 1, "courriel, adresse mail"],
  ["address", 2, "code postal"],
  ["phone", 1, "numero telephone, tel portable"],
  ["dob", 1, "date naissance, date de naissance, lieu naissance, lieu de naissance"],
  ["gov_id", 1, "numero securite sociale, numero secu, carte identite"],
  // Spanish: BOE Orden HAP/7/2014 (modelo 030), Correos, INE
  ["name", 1, "apellido, nombre completo, primer nombre, segundo apellido"],
  ["email", 1, "correo, correo electronico, mail correo"],
  ["address", 1, "direccion, domicilio, calle"],
  ["address", 2, "codigo postal"],
  ["phone", 1, "celular, telefono movil, numero telefono"],
  ["dob", 1, "fecha nacimiento, fecha de nacimiento, lugar nacimiento"],
  ["financial", 1, "cuenta bancaria, numero cuenta, numero tarjeta, tarjeta credito"],
  // Portuguese: Receita Federal (CPF), Correios (CEP)
  ["name", 1, "sobrenome, nome completo, nome mae"],
  ["address", 1, "endereco, logradouro"],
  ["address", 2, "cep"],
  ["phone", 1, "telefone, telemovel"],
  ["dob", 1, "data nascimento, data de nascimento"],
  ["financial", 1, "cartao credito, conta bancaria"],
  // Italian: Agenzia delle Entrate, modello AA4/8
  ["name", 1, "cognome, nome cognome"],
  ["address", 1, "indirizzo, indirizzo casa"],
  ["phone", 1, "cellulare, numero telefono"],
  ["dob", 1, "data nascita, data di nascita, luogo nascita"],
  // Dutch: Basisregistratie Personen, Logisch Ontwerp
  ["name", 1, "voornaam, achternaam, geslachtsnaam, roepnaam"],
  ["address", 1, "straat, straatnaam, huisnummer, woonplaats"],
  ["phone", 1, "telefoonnummer, mobielnummer"],
  ["dob", 1, "geboortedatum, geboorteplaats"],
  ["gov_id", 1, "burgerservicenummer"],
  ["financial", 1, "rekeningnummer"],
  ["password", 1, "wachtwoord"],
  // Polish: ustawa o ewidencji ludności, Art. 8
  ["name", 1, "imie, nazwisko, imie nazwisko, nazwisko rodowe"],
  ["address", 1, "ulica, adres zamieszkania"],
  ["address", 2, "kod pocztowy"],
  ["dob", 1, "data urodzenia, miejsce urodzenia"],
  ["phone", 1, "numer telefonu"],
  ["password", 1, "haslo"],
  // Turkish: Nüfus Hizmetleri Kanunu (5490), Madde 7
  ["name", 1, "soyad, soyadi, soyisim, ad soyad"],
  ["gov_id", 1, "tckn, tc kimlik, tc kimlik no, kimlik no"],
  ["dob", 1, "dogum tarihi, dogum yeri"],
  ["phone", 1, "cep telefonu, telefon no"],
  ["email", 1, "eposta, e posta"],
  ["password", 1, "sifre"],
  // Norwegian, Danish and Swedish: Folkeregisteret, CPR, Skatteverket
  ["name", 1, "fornavn, etternavn, efternavn, fornamn, efternamn"],
  ["dob", 1, "fodselsdato, fodelsedatum"],
  ["gov_id", 1, "fodselsnummer, personnummer, cpr nummer"],
  ["password", 1, "passord, losenord"],
  // Hindi: UIDAI, enrolment form; Income Tax Department, Form 49A
  ["name", 1, "upnaam, pita naam"],
  ["dob", 1, "janm tithi, janam tithi"],
  // Chinese (pinyin): Law on Resident Identity Cards, Art. 3
  ["name", 1, "xingming, zhenshi xingming"],
  ["phone", 1, "shouji, shoujihao, shou ji hao, dianhua"],
  ["address", 1, "dizhi, zhuzhi, jiating dizhi"],
  ["gov_id", 1, "shenfenzheng, shenfenzhenghao, shen fen zheng"],
  ["email", 1, "youxiang"],
  ["password", 1, "mima"],
  ["dob", 1, "shengri, chusheng riqi"],
  // Japanese (Hepburn): Basic Resident Registration Act, Art. 7
  ["name", 1, "shimei, namae, furigana, myoji, kanji name, kana name"],
  ["phone", 1, "denwa, denwa bango, denwabango"],
  ["address", 1, "jusho, juusho"],
  ["address", 2, "yubin bango, yubinbango"],
  ["dob", 1, "seinengappi, tanjobi"],
  // Russian (GOST 7.79): Federal Law 152-FZ, form 1P
  ["name", 1, "familiya, otchestvo, imya"],
  ["phone", 1, "nomer telefona"],
  ["gov_id", 1, "snils, seriya pasporta, nomer pasporta"],
  ["dob", 1, "data rozhdeniya"],
  ["password", 1, "parol"],
];
