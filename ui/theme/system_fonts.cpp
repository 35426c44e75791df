// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/theme/system_fonts.h"

#ifdef THIMBLELY_HAS_FONTCONFIG
#include <fontconfig/fontconfig.h>

#include <future>
#endif

namespace thimblely::ui {

#ifdef THIMBLELY_HAS_FONTCONFIG

namespace {

constexpr const char *leftOut = R"(<fontconfig><selectfont><rejectfont>
    <pattern><patelt name="slant"><const>italic</const></patelt></pattern>
    <pattern><patelt name="slant"><const>oblique</const></patelt></pattern>
    <pattern><patelt name="width"><const>extracondensed</const></patelt></pattern>
    <pattern><patelt name="width"><const>condensed</const></patelt></pattern>
    <pattern><patelt name="width"><const>semicondensed</const></patelt></pattern>
    <pattern><patelt name="weight"><const>thin</const></patelt></pattern>
    <pattern><patelt name="weight"><const>extralight</const></patelt></pattern>
    <pattern><patelt name="weight"><const>light</const></patelt></pattern>
    <pattern><patelt name="weight"><const>medium</const></patelt></pattern>
    <pattern><patelt name="weight"><const>demibold</const></patelt></pattern>
    <pattern><patelt name="weight"><const>extrabold</const></patelt></pattern>
    <pattern><patelt name="weight"><const>black</const></patelt></pattern>
</rejectfont></selectfont></fontconfig>)";

//! Where any of it fails Qt reads them all by itself.
void readSystemFonts()
{
    FcConfig *config = FcInitLoadConfig();
    if (!config)
        return;
    const auto *text = reinterpret_cast<const FcChar8 *>(leftOut);
    if (FcConfigParseAndLoadFromMemory(config, text, FcTrue) && FcConfigBuildFonts(config))
        FcConfigSetCurrent(config); // which holds it too
    FcConfigDestroy(config);
}

std::future<void> &reading()
{
    static std::future<void> future;
    return future;
}

} // namespace

void beginReadingSystemFonts()
{
    if (!reading().valid())
        reading() = std::async(std::launch::async, readSystemFonts);
}

void awaitSystemFonts()
{
    beginReadingSystemFonts();
    reading().wait();
}

#else

void beginReadingSystemFonts() {}
void awaitSystemFonts() {}

#endif

} // namespace thimblely::ui
