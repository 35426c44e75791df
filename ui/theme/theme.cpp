// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/theme/theme.h"

#include "resources/init_resources.h"
#include "ui/theme/focus_ring.h"
#include "ui/theme/style.h"
#include "ui/theme/system_fonts.h"
#include "ui/theme/system_scheme.h"

#include <QApplication>
#include <QFontDatabase>
#include <QLocale>
#include <QResource>

#include <algorithm>
#include <cmath>

namespace thimblely::ui {
namespace {

struct TextSpec {
    int size;
    bool strong;
};

constexpr TextSpec specOf(TextStyle style)
{
    switch (style) {
    case TextStyle::Caption:
        return {12, false};
    case TextStyle::CaptionStrong:
        return {12, true};
    case TextStyle::Body:
        return {14, false};
    case TextStyle::BodyStrong:
        return {14, true};
    case TextStyle::Input:
        return {16, false};
    case TextStyle::InputStrong:
        return {16, true};
    case TextStyle::Heading:
        return {20, true};
    case TextStyle::Total:
        return {28, true};
    case TextStyle::Measured:
        return {40, true};
    }
    Q_UNREACHABLE();
}

bool hasTallScript()
{
    const QLocale::Script script = QLocale().script();
    return script == QLocale::ArabicScript || script == QLocale::DevanagariScript;
}

//! As it lies in the program (resources/CMakeLists.txt keeps it uncompressed); from a file Qt would take a copy.
void addFont(const QString &name)
{
    const QResource resource(name);
    const auto *data = reinterpret_cast<const char *>(resource.data());
    QFontDatabase::addApplicationFontFromData(QByteArray::fromRawData(data, qsizetype(resource.size())));
}

} // namespace

Theme::Theme() = default;

Theme &Theme::instance()
{
    static Theme theme;
    return theme;
}

void Theme::install()
{
    if (m_installed)
        return;
    m_installed = true;
    initResources();
    awaitSystemFonts();
    for (const char *file : {"NotoSans-Regular", "NotoSans-SemiBold", "NotoSansArabic-Regular",
                             "NotoSansArabic-SemiBold", "NotoSansDevanagari-Regular", "NotoSansDevanagari-SemiBold"})
        addFont(QStringLiteral(":/fonts/%1.ttf").arg(QLatin1String(file)));

    auto *system = new SystemScheme(qApp);
    m_systemDark = system->isDark();
    connect(system, &SystemScheme::changed, this, [this](bool dark) {
        m_systemDark = dark;
        refresh();
    });
    m_dark = wantsDark();
    QApplication::setStyle(new Style);
    new FocusRing(qApp);
    refresh();
}

QFont Theme::font(TextStyle style) const
{
    const TextSpec spec = specOf(style);
    QFont font;
    font.setFamilies(
        {QStringLiteral("Noto Sans"), QStringLiteral("Noto Sans Arabic"), QStringLiteral("Noto Sans Devanagari")});
    font.setPixelSize(px(spec.size));
    font.setWeight(spec.strong ? QFont::DemiBold : QFont::Normal);
    return font;
}

int Theme::lineHeight(TextStyle style) const
{
    // On the grid of four: 12 on 16, 14 on 20, 16 on 24, 20 on 28, 28 on 40, 40 on 56.
    const int exact = specOf(style).size * 14 / 10;
    const int onGrid = style == TextStyle::Input || style == TextStyle::InputStrong ? 24 : (exact + 1) / 4 * 4;
    return px(hasTallScript() ? (specOf(style).size * 16 + 5) / 10 : onGrid);
}

int Theme::boxHeight(int at100, std::initializer_list<TextStyle> lines) const
{
    int needed = 4;
    for (const TextStyle line : lines)
        needed += lineHeight(line);
    return std::max(at100, needed);
}

bool Theme::wantsDark() const
{
    return m_scheme == Scheme::Dark || (m_scheme == Scheme::System && m_systemDark);
}

void Theme::setScheme(Scheme scheme)
{
    m_scheme = scheme;
    refresh();
}

void Theme::setTextSizePercent(int percent)
{
    m_textSizePercent = percent < 108 ? 100 : percent < 123 ? 115 : 130;
    refresh();
}

void Theme::refresh()
{
    m_dark = wantsDark();
    if (!m_installed)
        return;
    QApplication::setPalette(palette());
    QApplication::setFont(font(TextStyle::Body));
    Q_EMIT changed();
}

QPalette Theme::palette() const
{
    QPalette palette;
    const auto set = [&](QPalette::ColorRole where, Role what) { palette.setColor(where, color(what)); };
    set(QPalette::Window, Role::Window);
    set(QPalette::WindowText, Role::Text);
    set(QPalette::Base, Role::Surface);
    set(QPalette::AlternateBase, Role::Sunk);
    set(QPalette::Text, Role::Text);
    set(QPalette::PlaceholderText, Role::Muted);
    set(QPalette::Button, Role::Surface);
    set(QPalette::ButtonText, Role::Text);
    set(QPalette::BrightText, Role::OnPrimary);
    set(QPalette::Highlight, Role::Selected);
    set(QPalette::HighlightedText, Role::Text);
    set(QPalette::Link, Role::Accent);
    set(QPalette::LinkVisited, Role::Accent);
    set(QPalette::ToolTipBase, Role::Surface);
    set(QPalette::ToolTipText, Role::Text);
    set(QPalette::Light, Role::Surface);
    set(QPalette::Midlight, Role::Sunk);
    set(QPalette::Mid, Role::Line);
    set(QPalette::Dark, Role::Outline);
    set(QPalette::Shadow, Role::Outline);
    for (const QPalette::ColorRole text : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, text, color(Role::Muted));
    for (const QPalette::ColorRole fill : {QPalette::Base, QPalette::Button})
        palette.setColor(QPalette::Disabled, fill, color(Role::Sunk));
    return palette;
}

} // namespace thimblely::ui
