// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/orders/style_catalogue.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace thimblely::orders {

namespace {

#define WORD(text) QT_TRANSLATE_NOOP("Style", text)

constexpr const char *lapels[] = {WORD("notch"), WORD("peak"), WORD("shawl")};
constexpr const char *fronts[] = {WORD("one button"), WORD("two buttons"), WORD("three buttons"),
                                  WORD("double-breasted")};
constexpr const char *vents[] = {WORD("none"), WORD("single"), WORD("double")};
constexpr const char *pockets[] = {WORD("flap"), WORD("jetted"), WORD("patch")};
constexpr const char *linings[] = {WORD("full"), WORD("half"), WORD("none")};
constexpr const char *pleats[] = {WORD("flat"), WORD("one pleat"), WORD("two pleats")};
constexpr const char *hems[] = {WORD("plain"), WORD("turn-up 3 cm"), WORD("turn-up 4 cm")};
constexpr const char *waistbands[] = {WORD("belt loops"), WORD("side adjusters"), WORD("elastic"), WORD("drawstring")};
constexpr const char *collars[] = {WORD("classic"), WORD("cutaway"), WORD("button-down"), WORD("band")};
constexpr const char *cuffs[] = {WORD("single"), WORD("double"), WORD("short sleeve")};
constexpr const char *necklines[] = {WORD("round"), WORD("V"), WORD("boat"), WORD("off the shoulder")};
constexpr const char *sleeves[] = {WORD("none"), WORD("short"), WORD("three quarters"), WORD("long")};
constexpr const char *lengths[] = {WORD("knee"), WORD("calf"), WORD("floor")};
constexpr const char *closings[] = {WORD("zip at the back"), WORD("zip at the side"), WORD("buttons")};
constexpr const char *shapes[] = {WORD("pencil"), WORD("A-line"), WORD("pleated"), WORD("full")};
constexpr const char *embroideries[] = {WORD("none"), WORD("neck"), WORD("neck and chest"), WORD("full")};

constexpr StyleOption lapel{"lapel", WORD("Lapel"), lapels};
constexpr StyleOption front{"front", WORD("Front"), fronts};
constexpr StyleOption vent{"vents", WORD("Vents"), vents};
constexpr StyleOption pocket{"pockets", WORD("Pockets"), pockets};
constexpr StyleOption lining{"lining", WORD("Lining"), linings};
constexpr StyleOption pleat{"pleats", WORD("Pleats"), pleats};
constexpr StyleOption hem{"hem", WORD("Hem"), hems};
constexpr StyleOption waistband{"waistband", WORD("Waistband"), waistbands};
constexpr StyleOption collar{"collar", WORD("Collar"), collars};
constexpr StyleOption cuff{"cuffs", WORD("Cuffs"), cuffs};
constexpr StyleOption neckline{"neckline", WORD("Neckline"), necklines};
constexpr StyleOption sleeve{"sleeve", WORD("Sleeve"), sleeves};
constexpr StyleOption length{"length", WORD("Length"), lengths};
constexpr StyleOption closing{"closing", WORD("Closing"), closings};
constexpr StyleOption shape{"shape", WORD("Shape"), shapes};
constexpr StyleOption embroidery{"embroidery", WORD("Embroidery"), embroideries};

#undef WORD

constexpr StyleOption jacket[] = {lapel, front, vent, pocket, lining};
constexpr StyleOption trousers[] = {pleat, waistband, hem};
constexpr StyleOption suit[] = {lapel, front, vent, pocket, lining, pleat, waistband, hem};
constexpr StyleOption shirt[] = {collar, cuff};
constexpr StyleOption dress[] = {neckline, sleeve, length, closing};
constexpr StyleOption skirt[] = {shape, length, closing};
constexpr StyleOption robe[] = {neckline, sleeve, embroidery};
constexpr StyleOption waistcoat[] = {lapel, front, lining};

struct Garment {
    const char *type;
    std::span<const StyleOption> options;
};
constexpr Garment garments[] = {{"jacket", jacket},     {"coat", jacket},        {"uniform", suit}, {"suit", suit},
                                {"trousers", trousers}, {"shorts", trousers},    {"shirt", shirt},  {"blouse", shirt},
                                {"dress", dress},       {"gown", dress},         {"skirt", skirt},  {"kaftan", robe},
                                {"agbada", robe},       {"waistcoat", waistcoat}};

const StyleOption *optionOf(const QString &code)
{
    for (const Garment &garment : garments) {
        const auto found = std::ranges::find_if(
            garment.options, [&](const StyleOption &option) { return code == QLatin1String(option.code); });
        if (found != garment.options.end())
            return &*found;
    }
    return nullptr;
}

} // namespace

std::span<const StyleOption> styleOptions(QStringView garmentType)
{
    const auto found = std::ranges::find_if(
        garments, [&](const Garment &garment) { return garmentType == QLatin1String(garment.type); });
    return found == std::end(garments) ? std::span<const StyleOption>() : found->options;
}

QString styleName(const QString &word)
{
    return QCoreApplication::translate("Style", word.toUtf8().constData());
}

QStringList styleWords(const PieceDraft &piece)
{
    QStringList words;
    for (const StyleChoice &choice : piece.style) {
        const StyleOption *option = optionOf(choice.option);
        const QString name = option ? styleName(QString::fromLatin1(option->name)) : choice.option;
        //: an option of a garment and what was chosen: "Lapel notch"
        words.append(QCoreApplication::translate("Style", "%1 %2").arg(name, styleName(choice.choice)));
    }
    if (!piece.styleNote.isEmpty())
        words.append(piece.styleNote);
    return words;
}

} // namespace thimblely::orders
