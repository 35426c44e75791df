// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "tests/ui/widgets/gallery.h"

#include <QAccessible>
#include <QApplication>
#include <QDir>
#include <QScopeGuard>
#include <QTest>

using namespace thimblely;
using namespace thimblely::ui;

namespace {

bool needsName(QAccessible::Role role)
{
    switch (role) {
    case QAccessible::PushButton:
    case QAccessible::CheckBox:
    case QAccessible::RadioButton:
    case QAccessible::ComboBox:
    case QAccessible::EditableText:
    case QAccessible::List:
    case QAccessible::Slider:
    case QAccessible::SpinBox:
        return true;
    default:
        return false;
    }
}

void collectNameless(QAccessibleInterface *from, QStringList *nameless, int *controls)
{
    if (!from || from->state().invisible)
        return;
    if (needsName(from->role())) {
        ++*controls;
        if (from->text(QAccessible::Name).isEmpty())
            nameless->append(QString::fromLatin1(from->object() ? from->object()->metaObject()->className() : "?"));
    }
    for (int i = 0; i < from->childCount(); ++i)
        collectNameless(from->child(i), nameless, controls);
}

} // namespace

class TestGallery : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::Nigeria));
        Theme::instance().install();
        QVERIFY(QDir().mkpath(folder()));
    }
    void cleanup()
    {
        Theme::instance().setTextSizePercent(100);
        Theme::instance().setScheme(Scheme::Light);
        qApp->setLayoutDirection(Qt::LeftToRight);
    }

    void drawn_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<int>("percent");
        QTest::addColumn<bool>("mirrored");
        for (const bool dark : {false, true}) {
            for (const int percent : {100, 115, 130}) {
                for (const bool mirrored : {false, true})
                    QTest::addRow("%s-%d-%s", dark ? "dark" : "light", percent, mirrored ? "rtl" : "ltr")
                        << dark << percent << mirrored;
            }
        }
    }
    //! Draws the gallery for the eye and holds that no word is cut and no control too small for a finger.
    void drawn()
    {
        QFETCH(bool, dark);
        QFETCH(int, percent);
        QFETCH(bool, mirrored);
        Theme &theme = Theme::instance();
        theme.setScheme(dark ? Scheme::Dark : Scheme::Light);
        theme.setTextSizePercent(percent);
        qApp->setLayoutDirection(mirrored ? Qt::RightToLeft : Qt::LeftToRight);
        Gallery gallery;
        gallery.resize(1366, 768);
        gallery.show();
        gallery.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&gallery));
        gallery.given()->setFocus(Qt::TabFocusReason);
        gallery.toasts()->showUndo(QStringLiteral("Order 1042 parked"), [] {});
        QTest::qWait(20);
        QVERIFY(gallery.grab().save(folder() + QLatin1String(QTest::currentDataTag()) + QStringLiteral(".png")));

        const auto widgets = gallery.findChildren<QWidget *>();
        for (const QWidget *widget : widgets) {
            if (!widget->isVisible() || widget->size().isEmpty())
                continue;
            const auto *label = qobject_cast<const QLabel *>(widget);
            const auto *button = qobject_cast<const QAbstractButton *>(widget);
            if (!label && !button)
                continue;
            const QString words = label ? label->text() : button->text();
            const QSize least = widget->minimumSizeHint();
            QVERIFY2(widget->width() >= least.width() && widget->height() >= least.height(),
                     qPrintable(QStringLiteral("\"%1\" has %2x%3 and needs %4x%5")
                                    .arg(words)
                                    .arg(widget->width())
                                    .arg(widget->height())
                                    .arg(least.width())
                                    .arg(least.height())));
            if (button)
                QVERIFY2(widget->height() >= 36, qPrintable(words));
        }
    }

    void otherScriptsAreNotCut_data()
    {
        QTest::addColumn<QString>("locale");
        QTest::addColumn<QStringList>("words");
        QTest::newRow("arabic") << QStringLiteral("ar_EG")
                                << QStringList{QStringLiteral("الاستقبال"), QStringLiteral("إخفاء المبالغ"),
                                               QStringLiteral("احفظ نسخة جديدة"), QStringLiteral("جاهز، رف C4"),
                                               QStringLiteral("ت. بيلو، رقم 318")};
        QTest::newRow("hindi") << QStringLiteral("hi_IN")
                               << QStringList{QStringLiteral("काउंटर"), QStringLiteral("राशि छिपाएँ"),
                                              QStringLiteral("नया संस्करण सहेजें"), QStringLiteral("तैयार, रेल C4"),
                                              QStringLiteral("श्रीमती बेलो, क्रमांक ३१८")};
    }
    //! The tall scripts at the largest text, in every place that has a fixed height.
    void otherScriptsAreNotCut()
    {
        QFETCH(QString, locale);
        QFETCH(QStringList, words);
        const QLocale before;
        QLocale::setDefault(QLocale(locale));
        const auto restore = qScopeGuard([&] { QLocale::setDefault(before); });
        Theme::instance().setTextSizePercent(130);
        qApp->setLayoutDirection(QLocale().textDirection());

        QWidget window;
        auto *all = column(&window, 8, {16, 16, 16, 16});
        auto *nav = new NavButton("i-counter", words.at(0), QStringLiteral("F2"), &window);
        nav->setChecked(true);
        all->addWidget(nav);
        auto *flat = new FlatButton(words.at(1), &window);
        flat->setIconName("i-eye");
        all->addWidget(flat);
        auto *save = new PrimaryButton(words.at(2), &window);
        save->setCaption(QStringLiteral("Ctrl+S"));
        all->addWidget(save);
        auto *choice = new Segmented(words.at(0), &window);
        choice->setSmall(true);
        for (int i = 0; i < 3; ++i)
            choice->addSegment(words.at(i));
        all->addWidget(choice);
        auto *chip = new Chip(Status::Ready, words.at(3), &window);
        all->addWidget(chip);
        auto *field = new FieldEdit(words.at(0), &window);
        field->setText(words.at(4));
        field->setError(words.at(1));
        all->addWidget(field);
        auto *list = new ListView(words.at(0), Role::Window, &window);
        auto *model = new QStandardItemModel(list);
        addClient(model, words.at(4).toUtf8().constData(), "0803 555 4471", Status::Ready,
                  words.at(3).toUtf8().constData(), "4,000");
        list->setModel(model);
        list->setItemDelegate(new ListRowDelegate(list));
        list->setFixedHeight(80);
        all->addWidget(list);
        all->addStretch(1);
        window.resize(520, 560);
        window.show();
        QTest::qWait(10);
        QVERIFY(window.grab().save(folder() + QLatin1String(QTest::currentDataTag()) + QStringLiteral(".png")));

        const auto inked = [](TextStyle style, const QString &text) {
            return QFontMetrics(Theme::instance().font(style)).tightBoundingRect(text).height();
        };
        QVERIFY(inked(TextStyle::BodyStrong, words.at(0)) + 4 <= nav->height());
        QVERIFY(inked(TextStyle::BodyStrong, words.at(2)) + 4 <= save->height());
        QVERIFY(inked(TextStyle::CaptionStrong, words.at(3)) + 2 <= chip->height());
        QVERIFY(inked(TextStyle::Input, words.at(4)) + 4 <= field->edit()->height());
        QVERIFY(inked(TextStyle::BodyStrong, words.at(4)) + inked(TextStyle::Caption, words.at(4)) + 4 <=
                list->sizeHintForRow(0));
    }

    void everyControlHasAName()
    {
        Gallery gallery;
        gallery.resize(1366, 768);
        gallery.show();
        gallery.toasts()->showUndo(QStringLiteral("Order 1042 parked"), [] {});
        QStringList nameless;
        int controls = 0;
        collectNameless(QAccessible::queryAccessibleInterface(&gallery), &nameless, &controls);
        QVERIFY2(controls > 30, qPrintable(QString::number(controls)));
        QCOMPARE(nameless, QStringList());
    }

    void collapsedNavigationKeepsItsWordsAsTips()
    {
        Gallery gallery;
        gallery.resize(1024, 540);
        gallery.nav()->setCollapsed(true);
        gallery.search()->setNarrow(true);
        QCOMPARE(gallery.nav()->width(), 56);
        QCOMPARE(gallery.nav()->screen(1)->toolTip(), QStringLiteral("Counter  F2"));
        QCOMPARE(gallery.nav()->screen(1)->text(), QStringLiteral("Counter"));
        gallery.show();
        QVERIFY(gallery.grab().save(folder() + QStringLiteral("narrow.png")));
    }

    void figuresOfTheFrame()
    {
        Gallery gallery;
        gallery.resize(1366, 768);
        gallery.show();
        QCOMPARE(gallery.nav()->width(), 168);
        QCOMPARE(gallery.nav()->screen(0)->geometry(), QRect(0, 56, 167, 44));
        QCOMPARE(gallery.search()->size(), QSize(440, 40));
        QCOMPARE(gallery.given()->height(), 40);
    }

private:
    static QString folder() { return QCoreApplication::applicationDirPath() + QStringLiteral("/gallery/"); }
};

QTEST_MAIN(TestGallery)
#include "tst_gallery.moc"
