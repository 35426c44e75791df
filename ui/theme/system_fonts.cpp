// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/theme/system_fonts.h"

#ifdef THIMBLELY_HAS_FONTCONFIG
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <fontconfig/fontconfig.h>

#include <future>
#include <memory>
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

using Config = std::unique_ptr<FcConfig, decltype(&FcConfigDestroy)>;

bool load(const Config &config, const QByteArray &text)
{
    return FcConfigParseAndLoadFromMemory(config.get(), reinterpret_cast<const FcChar8 *>(text.constData()), FcTrue);
}

//! The system's first file of rules, which names the folders of fonts, without those that it includes.
QByteArray withoutIncludes(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QByteArray text = file.readAll();
    for (qsizetype from = text.indexOf("<include"); from >= 0; from = text.indexOf("<include", from)) {
        const qsizetype end = text.indexOf("</include>", from);
        if (end < 0)
            return {};
        text.remove(from, end - from + qsizetype(qstrlen("</include>")));
    }
    return text;
}

/*!
 * How glyphs are drawn and what the person and this computer's owner set, by the numbers that conf.d/README gives them.
 * Left out is what stands for which family: ours come with the program, and reading those rules, and going through them
 * for each size, took a tenth of the start.
 */
bool counts(const QString &fileName)
{
    return fileName.startsWith(u'0') || fileName.startsWith(u'1') || fileName.startsWith(QLatin1String("50-")) ||
           fileName.startsWith(QLatin1String("51-"));
}

//! Where any of it fails Qt reads them all by itself.
void readSystemFonts()
{
    const Config config(FcConfigCreate(), FcConfigDestroy);
    // Asked of this one: without any, fontconfig would first read all rules and fonts.
    const std::unique_ptr<FcChar8, void (*)(FcChar8 *)> first(FcConfigGetFilename(config.get(), nullptr), FcStrFree);
    if (!first || !config)
        return;
    const QFileInfo rules(QFile::decodeName(reinterpret_cast<const char *>(first.get())));
    if (!load(config, withoutIncludes(rules.filePath())))
        return;
    const QDir more(rules.path() + QStringLiteral("/conf.d"));
    const QStringList names = more.entryList({QStringLiteral("*.conf")}, QDir::Files, QDir::Name);
    for (const QString &name : names) {
        const QByteArray path = QFile::encodeName(more.filePath(name));
        if (counts(name) &&
            !FcConfigParseAndLoad(config.get(), reinterpret_cast<const FcChar8 *>(path.constData()), FcFalse))
            return;
    }
    if (load(config, leftOut) && FcConfigBuildFonts(config.get()))
        FcConfigSetCurrent(config.get()); // which holds it too
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
