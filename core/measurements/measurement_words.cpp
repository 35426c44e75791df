// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/measurements/measurement_words.h"

namespace thimblely {

namespace {

constexpr MeasurementWords words[] = {
    {"height", "Körpergröße|Körperhöhe|Größe|taille totale|stature debout|hauteur totale|estatura|altura|altura total|"
               "statura|altezza|altura do corpo|wzrost|boy|boy uzunluğu|الطول|طول القامة"},
    {"@weight", "Gewicht|Körpergewicht|poids|peso|waga|masa ciała|kilo|ağırlık|الوزن"},
    {"head_circ", "Kopfumfang|tour de tête|contorno de cabeza|circonferenza testa|contorno da cabeça|obwód głowy|"
                  "baş çevresi|محيط الرأس"},
    {"neck_mid_circ", "Halsumfang|Halsweite|Kragenweite|tour de cou|encolure|contorno de cuello|cuello|giro collo|"
                      "circonferenza collo|contorno do pescoço|colarinho|obwód szyi|kołnierzyk|boyun çevresi|yaka|"
                      "محيط الرقبة|الرقبة"},
    {"neck_circ", "Halsansatz|Halsansatzumfang|base du cou|base del cuello|base do pescoço|محيط قاعدة الرقبة"},
    {"highbust_circ", "Oberbrustumfang|Oberbrust|tour de poitrine haut|contorno de busto alto|busto alto|üst göğüs"},
    {"bust_circ",
     "Brustumfang|Oberweite|Brustweite|tour de poitrine|poitrine|contorno de pecho|contorno de busto|busto|pecho|"
     "circonferenza petto|circonferenza torace|torace|petto|giro seno|contorno do busto|contorno do peito|"
     "peito|tórax|obwód klatki piersiowej|obwód biustu|klatka piersiowa|biust|göğüs çevresi|göğüs|"
     "محيط الصدر|الصدر"},
    {"lowbust_circ", "Unterbrustumfang|Unterbrustweite|Unterbrust|tour sous poitrine|dessous de poitrine|sous poitrine|"
                     "contorno bajo pecho|bajo busto|sottoseno|contorno sob o busto|obwód pod biustem|göğüs altı|"
                     "محيط تحت الصدر|تحت الصدر"},
    {"waist_circ", "Taillenumfang|Taillenweite|Taille|tour de taille|contorno de cintura|cintura|circonferenza vita|"
                   "giro vita|vita|contorno da cintura|obwód talii|obwód pasa|talia|bel çevresi|bel|محيط الخصر|الخصر"},
    {"@stomach", "Bauchumfang|Bauch|tour de ventre|ventre|contorno de barriga|barriga|giro pancia|pancia|"
                 "obwód brzucha|brzuch|karın çevresi|göbek|محيط البطن|البطن"},
    {"@trouser_waist", "Bundweite|Hosenbund|Bundumfang|ceinture du pantalon|cintura del pantalón|vita pantaloni|"
                       "pas spodni|pantolon beli"},
    {"highhip_circ", "hohe Hüfte|Hüfte hoch|petites hanches|cadera alta|quadril alto|fianchi alti|üst kalça"},
    {"hip_circ",
     "Hüftumfang|Hüftweite|Gesäßumfang|Gesäß|Gesäßweite|Hüfte|tour de hanches|tour de bassin|hanches|bassin|"
     "contorno de cadera|cadera|caderas|circonferenza fianchi|giro fianchi|fianchi|contorno do quadril|"
     "quadril|anca|obwód bioder|biodra|kalça çevresi|kalça|basen|محيط الأرداف|محيط الورك|الأرداف"},
    {"across_back_b", "Rückenbreite|carrure dos|largeur dos|ancho de espalda|larghezza schiena|larghezza spalle dietro|"
                      "largura das costas|szerokość pleców|sırt genişliği|عرض الظهر"},
    {"across_chest_f", "Brustbreite|carrure devant|ancho de pecho|larghezza petto|largura do peito|szerokość przodu|"
                       "göğüs genişliği|عرض الصدر"},
    {"shoulder_tip_to_shoulder_tip_b", "Schulterbreite gesamt|ganze Schulterbreite|largeur d'épaules|largeur épaules|"
                                       "ancho de hombros|larghezza spalle|largura dos ombros|szerokość ramion|"
                                       "omuz genişliği|عرض الكتفين|عرض الكتف"},
    {"shoulder_length", "Schulterbreite|Schulterlänge|longueur d'épaule|épaule|largo de hombro|lunghezza spalla|"
                        "comprimento do ombro|długość ramienia|omuz|omuz boyu|طول الكتف"},
    {"shoulder_slope_neck_side_angle", "Schulterschräge|Schulterneigung|pente d'épaule|caída de hombro|"
                                       "inclinazione spalla"},
    {"neck_back_to_waist_b", "Rückenlänge|longueur dos|longueur taille dos|largo de espalda|talle espalda|"
                             "lunghezza schiena|lunghezza vita dietro|comprimento das costas|długość pleców|"
                             "arka beden|arka uzunluk|طول الظهر"},
    {"neck_side_to_waist_f", "vordere Länge|Vorderlänge|vordere Taillenlänge|longueur devant|longueur taille devant|"
                             "talle delantero|largo de talle delantero|lunghezza vita davanti|comprimento da frente|"
                             "długość przodu|ön beden|ön uzunluk|طول الصدر"},
    {"bustpoint_to_neck_side", "Brusttiefe|hauteur de poitrine|altura de pecho|altezza seno|altura do busto|"
                               "göğüs düşüklüğü"},
    {"bustpoint_to_bustpoint", "Brustabstand|Brustpunktabstand|écart de poitrine|écart poitrine|separación de busto|"
                               "distanza seni|distância entre seios|rozstaw biustu|göğüs arası"},
    {"armpit_to_waist_side", "Seitenlänge|longueur côté|largo de costado|lunghezza fianco"},
    {"armscye_circ", "Armlochumfang|Armloch|tour d'emmanchure|emmanchure|sisa|contorno de sisa|giromanica|cava|"
                     "obwód pachy|kol evi|kol oyuntusu|محيط الإبط|حفرة الإبط"},
    {"arm_upper_circ", "Oberarmumfang|Oberarmweite|Oberarm|tour de bras|tour de biceps|contorno de brazo|bíceps|"
                       "circonferenza braccio|bicipite|contorno do braço|obwód ramienia|obwód bicepsu|pazu|"
                       "kol çevresi|محيط الذراع|محيط العضد"},
    {"arm_elbow_circ", "Ellenbogenumfang|Ellbogenumfang|tour de coude|contorno de codo|circonferenza gomito|"
                       "obwód łokcia|dirsek çevresi|محيط الكوع"},
    {"arm_lower_circ", "Unterarmumfang|Unterarm|tour d'avant bras|avant bras|contorno de antebrazo|antebrazo|"
                       "circonferenza avambraccio|avambraccio|antebraço|obwód przedramienia|ön kol"},
    {"arm_wrist_circ", "Handgelenkumfang|Handgelenk|tour de poignet|poignet|contorno de muñeca|muñeca|"
                       "circonferenza polso|polso|contorno do pulso|pulso|punho|obwód nadgarstka|nadgarstek|"
                       "bilek çevresi|el bileği|bilek|محيط المعصم|المعصم"},
    {"hand_circ", "Handumfang|tour de main|contorno de mano|circonferenza mano|obwód dłoni|el çevresi|محيط اليد"},
    {"arm_shoulder_tip_to_wrist", "Armlänge|Ärmellänge|longueur de bras|longueur bras|longueur manche|"
                                  "longueur de manche|largo de brazo|largo de manga|lunghezza braccio|"
                                  "lunghezza manica|comprimento do braço|comprimento da manga|długość ręki|"
                                  "długość rękawa|kol boyu|kol uzunluğu|طول الكم|طول الذراع"},
    {"arm_shoulder_tip_to_elbow", "Oberarmlänge|Schulter bis Ellenbogen|longueur épaule coude|largo hombro codo|"
                                  "طول الكم القصير"},
    {"leg_waist_side_to_knee", "Taille bis Knie|Knielänge|hauteur taille genou|largo hasta la rodilla|"
                               "altura do joelho|bel diz"},
    {"leg_waist_side_to_floor", "Seitenlänge Hose|äußere Beinlänge|Außenlänge|Hosenlänge|longueur pantalon|"
                                "longueur côté jambe|largo de pantalón|lunghezza pantalone|"
                                "comprimento da calça|długość spodni|długość nogawki zewnętrzna|pantolon boyu|"
                                "طول البنطلون"},
    {"leg_crotch_to_floor", "Schrittlänge|innere Beinlänge|Innenbeinlänge|entrejambe|entrejambes|"
                            "entrepierna|interno gamba|cavallo interno|entreperna|długość nogawki wewnętrzna|"
                            "iç bacak|iç boy|طول الساق الداخلي"},
    {"rise_length_side_sitting", "Sitzhöhe|Leibhöhe|hauteur de montant|montant|tiro sentado|altezza cavallo|"
                                 "altura do gancho|głębokość siedzenia|oturuş yüksekliği|ağ yüksekliği"},
    {"crotch_length", "Schrittumfang|Schrittnaht|enfourchure|tiro total|giro cavallo|gancho total|"
                      "długość krocza|ağ uzunluğu"},
    {"leg_thigh_upper_circ", "Oberschenkelumfang|Oberschenkelweite|Oberschenkel|tour de cuisse|cuisse|"
                             "contorno de muslo|muslo|circonferenza coscia|coscia|contorno da coxa|coxa|obwód uda|udo|"
                             "uyluk|محيط الفخذ|الفخذ"},
    {"leg_knee_circ",
     "Knieumfang|Knieweite|tour de genou|contorno de rodilla|rodilla|circonferenza ginocchio|ginocchio|"
     "contorno do joelho|joelho|obwód kolana|kolano|diz çevresi|diz|محيط الركبة|الركبة"},
    {"leg_calf_circ", "Wadenumfang|Wadenweite|Wade|tour de mollet|mollet|contorno de pantorrilla|pantorrilla|"
                      "circonferenza polpaccio|polpaccio|panturrilha|obwód łydki|łydka|baldır çevresi|baldır|"
                      "محيط الساق|محيط السمانة"},
    {"leg_ankle_circ", "Fesselumfang|Knöchelumfang|Fessel|tour de cheville|cheville|contorno de tobillo|tobillo|"
                       "circonferenza caviglia|caviglia|tornozelo|obwód kostki|kostka|ayak bileği|محيط الكاحل"},
    {"@shirt_length", "Hemdlänge|longueur chemise|largo de camisa|lunghezza camicia|comprimento da camisa|"
                      "długość koszuli|gömlek boyu|طول القميص"},
    {"@cuff", "Manschette|manchette|puño|polsino|mankiet|manşet"},
    {"@jacket_back_length", "Sakkolänge|Jackenlänge|longueur veste|largo de chaqueta|lunghezza giacca|"
                            "comprimento do casaco|długość marynarki|ceket boyu|طول الجاكيت"},
    {"@waistcoat_length", "Westenlänge|longueur gilet|largo de chaleco|lunghezza gilet|comprimento do colete|"
                          "długość kamizelki|yelek boyu"},
    {"@skirt_length", "Rocklänge|longueur jupe|largo de falda|lunghezza gonna|comprimento da saia|długość spódnicy|"
                      "etek boyu|طول التنورة"},
    {"@trouser_bottom", "Fußweite|Hosensaum|Saumweite|bas de pantalon|bas du pantalon|ancho de bajo|fondo pantalone|"
                        "boca da calça|dół nogawki|paça|فتحة الرجل"},
};

} // namespace

std::span<const MeasurementWords> measurementWords()
{
    return words;
}

} // namespace thimblely
