package io.portico.demo;

import io.portico.kernel.Language;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;

/** Where people of the demo come from: what they are called there, which clock they live by, how they are rung up. */
enum Country {
    BRITAIN(
            "Europe/London",
            "+44 7700 900%03d",
            "Amelia Oliver Isla Harry Freya George Poppy Alfie Imogen Callum Siân Rhys Niamh Eoin",
            "Whitfield Ashworth Pemberton Hughes Fairclough Marlowe Llewellyn Okafor Sinclair O’Donnell Begum Patel"),
    AMERICA(
            "America/New_York",
            "+1 212 555 0%03d",
            "Madison Ethan Chloe Jackson Harper Logan Zoë Mateo Naomi Caleb Renée Andre",
            "Brooks Delgado Hartmann Kowalski Nguyen Peterson Ramírez Sullivan Thornton Whitaker Abbott Nuñez"),
    FRANCE(
            "Europe/Paris",
            "+33 6 39 98 0%03d",
            "Élodie Théo Chloé François Inès Rémi Maëlle Étienne Zoé Jérôme Anaïs Loïc",
            "Lefèvre Béranger Dubois Fournier Gauthier Lemaître Moreau Pélissier Roussel Vasseur"),
    GERMANY(
            "Europe/Berlin",
            "+49 30 23125 %03d",
            "Jürgen Käthe Lukas Hannah Björn Sophie Matthias Jörg Annika Götz Leonie Florian",
            "Müller Schröder Weiß Krüger Hofmann Böhm Lindner Köhler Vogt Jäger"),
    SPAIN(
            "Europe/Madrid",
            "+34 600 000 %03d",
            "Lucía Álvaro Martín Sofía Íñigo Begoña Hugo Inés Joaquín Noelia",
            "García Muñoz Ibáñez Ortega Peña Rodríguez Sáez Vázquez Castellanos Núñez"),
    NORTH(
            "Europe/Stockholm",
            "+46 8 465 00 %03d",
            "Åsa Søren Freja Øyvind Elin Mikkel Sigrún Linnéa Håkon Astrid",
            "Lindström Sørensen Bjørnstad Åkesson Nygård Hedlund Jónsdóttir Kjær Öberg Halvorsen"),
    POLAND(
            "Europe/Warsaw",
            "+48 600 000 %03d",
            "Łukasz Małgorzata Wojciech Zofia Paweł Agnieszka Grzegorz Danuta Tomasz Katarzyna",
            "Wójcik Kamiński Nowak Dąbrowski Zieliński Woźniak Mazur Lewandowski Jabłoński"),
    BRAZIL(
            "America/Sao_Paulo",
            "+55 11 5550 0%03d",
            "João Beatriz Antônio Letícia Vinícius Conceição Thaís Caio Luíza Raphael",
            "Gonçalves Araújo Magalhães Teixeira Simões Moura Brandão Assunção Ferreira"),
    KOREA(
            "Asia/Seoul",
            "+82 10-0555-0%03d",
            "민지:minji 서연:seoyeon 도윤:doyoon 하준:hajun 지우:jiwoo 수빈:subin 예은:yeeun 현우:hyunwoo 지훈:jihoon 유진:yujin"
                    + " 은서:eunseo 건우:gunwoo 다은:daeun 태현:taehyun 소율:soyul 준서:junseo 채원:chaewon 시우:siwoo"
                    + " 윤아:yoona 성민:sungmin 가은:gaeun 재영:jaeyoung 나래:narae 동현:donghyun",
            "김:kim 이:lee 박:park 최:choi 정:jung 강:kang 조:cho 윤:yoon 장:jang 임:lim 한:han 오:oh 서:seo 신:shin 권:kwon 황:hwang");

    private final ZoneId zone;
    private final String phone;
    private final List<String> firstNames;
    private final List<String> lastNames;

    Country(String zone, String phone, String firstNames, String lastNames) {
        this.zone = ZoneId.of(zone);
        this.phone = phone;
        this.firstNames = Arrays.asList(firstNames.split(" "));
        this.lastNames = Arrays.asList(lastNames.split(" "));
    }

    ZoneId zone() {
        return zone;
    }

    Language language() {
        return this == KOREA ? Language.KO : Language.EN;
    }

    /** How a number there is written, with room for three digits. */
    String phone() {
        return phone;
    }

    List<String> firstNames() {
        return firstNames;
    }

    List<String> lastNames() {
        return lastNames;
    }
}
