// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/money.h"

#include <QLocale>
#include <QScrollArea>

class QVBoxLayout;

namespace thimblely::ui {

//! Words and their amounts under one another. Where there is no room for all of them they scroll, by key too; so many
//! as setLeast() says are always seen.
class MoneyLines : public QScrollArea {
    Q_OBJECT

public:
    MoneyLines(const QLocale &locale, const QString &name, QWidget *parent);

    void clear();
    void add(const QString &words, const Money &amount);
    int count() const;
    void setLeast(int lines);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

private:
    int heightOf(int lines) const;

    QLocale m_locale;
    QVBoxLayout *m_rows;
    int m_least = 1;
};

} // namespace thimblely::ui
