// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QAbstractButton>
#include <QApplication>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

#include <algorithm>
#include <memory>

namespace thimblely::test {

// What a person sees and does on a page, for stories at the keyboard. Where something is not there the test ends.

//! A page as the window shows it first, with the keyboard in it.
template <typename PageType, typename DeskType>
std::unique_ptr<PageType> openedPage(DeskType &desk)
{
    auto page = std::make_unique<PageType>(desk);
    page->resize(1198, 712);
    page->show();
    if (!QTest::qWaitForWindowActive(page.get()))
        qFatal("the page got no keyboard");
    page->arrive();
    return page;
}

inline QLineEdit *fieldOn(const QWidget &page, const QString &name)
{
    const auto all = page.findChildren<QLineEdit *>();
    for (const bool seen : {true, false}) { // what is seen is meant before what is not
        for (QLineEdit *each : all) {
            if (each->accessibleName() == name && each->isVisible() == seen)
                return each;
        }
    }
    qFatal("no field %s", qPrintable(name));
}

inline QAbstractButton *buttonOn(const QWidget &page, const char *text)
{
    const auto all = page.findChildren<QAbstractButton *>();
    for (QAbstractButton *each : all) {
        if (each->text() == QString::fromUtf8(text))
            return each;
    }
    qFatal("no button %s", text);
}

//! At pick up, what most clients do: nobody needs to be asked how it was seen whose it is.
inline void showTicket(const QWidget &window)
{
    const auto boxes = window.findChildren<QCheckBox *>();
    for (QCheckBox *box : boxes) {
        if (box->text() == QStringLiteral("Ticket seen"))
            box->setChecked(true);
    }
}

inline bool isSaidOn(const QWidget &page, const QString &words)
{
    const auto labels = page.findChildren<QLabel *>();
    return std::ranges::any_of(
        labels, [&](const QLabel *label) { return label->isVisible() && label->text().contains(words); });
}

inline QString focusedName()
{
    return QApplication::focusWidget() ? QApplication::focusWidget()->accessibleName() : QString();
}

inline void typeKeys(const QString &text)
{
    QTest::keyClicks(QApplication::focusWidget(), text);
}

inline void pressKey(Qt::Key key)
{
    QTest::keyClick(QApplication::focusWidget(), key);
}

} // namespace thimblely::test
