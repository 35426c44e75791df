// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/theme/status.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QFontInfo>
#include <QRawFont>
#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace thimblely::ui;

namespace {

double channel(double value)
{
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

//! WCAG 2.1 relative luminance and contrast ratio.
double luminance(const QColor &color)
{
    return 0.2126 * channel(color.redF()) + 0.7152 * channel(color.greenF()) + 0.0722 * channel(color.blueF());
}

double ratio(const QColor &one, const QColor &other)
{
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

constexpr Status AllStatuses[] = {Status::Late,    Status::Today, Status::InWork,   Status::Fitting,
                                  Status::Waiting, Status::Ready, Status::Collected};

} // namespace

class TestTheme : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { Theme::instance().install(); }

    void contrast_data()
    {
        QTest::addColumn<int>("text");
        QTest::addColumn<int>("ground");
        QTest::addColumn<double>("least");
        const auto add = [](const char *name, Role text, Role ground, double least = 4.5) {
            QTest::newRow(name) << int(text) << int(ground) << least;
        };
        for (const Role ground : {Role::Window, Role::Surface, Role::Sunk, Role::Selected}) {
            QTest::addRow("text on %d", int(ground)) << int(Role::Text) << int(ground) << 4.5;
            QTest::addRow("muted on %d", int(ground)) << int(Role::Muted) << int(ground) << 4.5;
        }
        add("accent words on window", Role::Accent, Role::Window);
        add("accent words on surface", Role::Accent, Role::Surface);
        add("primary button", Role::OnPrimary, Role::Primary);
        add("primary button, hovered", Role::OnPrimary, Role::PrimaryHover);
        add("outline on surface", Role::Outline, Role::Surface, 3);
        add("outline on window", Role::Outline, Role::Window, 3);
        add("ring on surface", Role::Accent, Role::Surface, 3);
        add("bar on selection", Role::Accent, Role::Selected, 3);
        for (const Status status : AllStatuses) {
            for (const Role ground : {background(status), Role::Window, Role::Surface, Role::Selected})
                QTest::addRow("status %d on %d", int(status), int(ground))
                    << int(foreground(status)) << int(ground) << 4.5;
        }
    }
    void contrast()
    {
        QFETCH(int, text);
        QFETCH(int, ground);
        QFETCH(double, least);
        for (const bool dark : {false, true}) {
            const double found = ratio(colorOf(Role(text), dark), colorOf(Role(ground), dark));
            QVERIFY2(found >= least, qPrintable(QStringLiteral("%1, %2").arg(found).arg(dark)));
        }
    }

    //! The measured ratios of the specification, so that a changed token is noticed even where it stays legible.
    void specifiedRatios_data()
    {
        QTest::addColumn<int>("text");
        QTest::addColumn<int>("ground");
        QTest::addColumn<double>("light");
        QTest::addColumn<double>("dark");
        const auto add = [](const char *name, Role text, Role ground, double light, double dark) {
            QTest::newRow(name) << int(text) << int(ground) << light << dark;
        };
        add("text on sunk", Role::Text, Role::Sunk, 14.16, 12.95);
        add("muted on sunk", Role::Muted, Role::Sunk, 6.28, 7.09);
        add("outline on surface", Role::Outline, Role::Surface, 4.65, 4.50);
        add("accent on window", Role::Accent, Role::Window, 7.08, 8.16);
        add("primary", Role::OnPrimary, Role::Primary, 7.78, 8.24);
        add("primary hover", Role::OnPrimary, Role::PrimaryHover, 10.30, 10.00);
        add("selected", Role::Text, Role::Selected, 12.62, 11.09);
        add("late", Role::Late, Role::LateBg, 5.88, 7.67);
        add("today", Role::Today, Role::TodayBg, 6.28, 8.49);
        add("work", Role::Work, Role::WorkBg, 6.11, 7.60);
        add("fitting", Role::Fitting, Role::FittingBg, 5.91, 7.80);
        add("waiting", Role::Waiting, Role::WaitingBg, 6.36, 7.32);
        add("ready", Role::Ready, Role::ReadyBg, 5.99, 7.78);
        add("collected", Role::Done, Role::DoneBg, 6.28, 7.09);
    }
    void specifiedRatios()
    {
        QFETCH(int, text);
        QFETCH(int, ground);
        QFETCH(double, light);
        QFETCH(double, dark);
        const double foundLight = ratio(colorOf(Role(text), false), colorOf(Role(ground), false));
        const double foundDark = ratio(colorOf(Role(text), true), colorOf(Role(ground), true));
        QVERIFY2(std::abs(foundLight - light) < 0.03, qPrintable(QString::number(foundLight)));
        QVERIFY2(std::abs(foundDark - dark) < 0.03, qPrintable(QString::number(foundDark)));
    }

    void fontsAreTheBundledOnes_data()
    {
        QTest::addColumn<int>("style");
        QTest::addColumn<int>("size");
        QTest::addColumn<int>("weight");
        QTest::newRow("caption") << int(TextStyle::Caption) << 12 << int(QFont::Normal);
        QTest::newRow("body") << int(TextStyle::Body) << 14 << int(QFont::Normal);
        QTest::newRow("body strong") << int(TextStyle::BodyStrong) << 14 << int(QFont::DemiBold);
        QTest::newRow("heading") << int(TextStyle::Heading) << 20 << int(QFont::DemiBold);
        QTest::newRow("measured") << int(TextStyle::Measured) << 40 << int(QFont::DemiBold);
    }
    void fontsAreTheBundledOnes()
    {
        QFETCH(int, style);
        QFETCH(int, size);
        QFETCH(int, weight);
        const QRawFont font = QRawFont::fromFont(Theme::instance().font(TextStyle(style)));
        QCOMPARE(int(font.pixelSize()), size);
        QCOMPARE(font.weight(), weight); // a true 600, not 700 from the system
        QVERIFY2(font.familyName().startsWith(QStringLiteral("Noto Sans")), qPrintable(font.familyName()));
    }

    void everyScriptHasItsFont_data()
    {
        QTest::addColumn<QString>("family");
        QTest::newRow("Latin") << QStringLiteral("Noto Sans");
        QTest::newRow("Arabic") << QStringLiteral("Noto Sans Arabic");
        QTest::newRow("Devanagari") << QStringLiteral("Noto Sans Devanagari");
    }
    void everyScriptHasItsFont()
    {
        QFETCH(QString, family);
        for (const QFont::Weight weight : {QFont::Normal, QFont::DemiBold}) {
            QFont font(family);
            font.setWeight(weight);
            const QFontInfo found(font);
            QCOMPARE(found.family(), family);
            QCOMPARE(QRawFont::fromFont(font).weight(), int(weight));
        }
    }

    void figuresHaveEqualWidth()
    {
        for (const TextStyle style : {TextStyle::Body, TextStyle::InputStrong, TextStyle::Total}) {
            const QFontMetricsF metrics(Theme::instance().font(style));
            for (char digit = '1'; digit <= '9'; ++digit)
                QCOMPARE(metrics.horizontalAdvance(QLatin1Char(digit)), metrics.horizontalAdvance(QLatin1Char('0')));
        }
    }

    void textSizeTakesTheNearestStep_data()
    {
        QTest::addColumn<int>("wanted");
        QTest::addColumn<int>("got");
        QTest::newRow("small") << 50 << 100;
        QTest::newRow("100") << 100 << 100;
        QTest::newRow("115") << 115 << 115;
        QTest::newRow("130") << 130 << 130;
        QTest::newRow("huge") << 400 << 130;
    }
    void textSizeTakesTheNearestStep()
    {
        QFETCH(int, wanted);
        QFETCH(int, got);
        Theme &theme = Theme::instance();
        theme.setTextSizePercent(wanted);
        QCOMPARE(theme.textSizePercent(), got);
        QCOMPARE(theme.font(TextStyle::Body).pixelSize(), theme.px(14));
        QCOMPARE(theme.px(100), got);
        theme.setTextSizePercent(100);
    }

    void schemeChangesColoursAndTellsSo()
    {
        Theme &theme = Theme::instance();
        theme.setScheme(Scheme::Light);
        QSignalSpy changed(&theme, &Theme::changed);
        theme.setScheme(Scheme::Dark);
        QCOMPARE(changed.count(), 1);
        QVERIFY(theme.isDark());
        QCOMPARE(QApplication::palette().color(QPalette::Window), theme.color(Role::Window));
        QCOMPARE(theme.color(Role::Window), QColor(0x16, 0x14, 0x12));
        theme.setScheme(Scheme::Light);
        QCOMPARE(theme.color(Role::Window), QColor(0xF6, 0xF4, 0xF1));
    }

    //! A greyscale print still tells all seven: no two shapes cover the same places.
    void statusShapesDiffer()
    {
        const QRectF box(0, 0, 14, 14);
        for (const Status one : AllStatuses) {
            const QPainterPath shape = statusShape(one, box);
            QVERIFY(box.adjusted(-0.5, -0.5, 0.5, 0.5).contains(shape.boundingRect()));
            for (const Status other : AllStatuses) {
                if (one == other)
                    continue;
                int different = 0;
                const QPainterPath second = statusShape(other, box);
                for (int x = 0; x < 14; ++x) {
                    for (int y = 0; y < 14; ++y) {
                        const QPointF at(x + 0.5, y + 0.5);
                        different += shape.contains(at) != second.contains(at);
                    }
                }
                QVERIFY2(different >= 12,
                         qPrintable(QStringLiteral("%1 %2 %3").arg(int(one)).arg(int(other)).arg(different)));
            }
        }
    }
};

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
