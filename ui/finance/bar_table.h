// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/money.h"

#include <QLocale>
#include <QWidget>

#include <functional>
#include <optional>

class QGridLayout;

namespace thimblely::ui {

//! One line of a BarTable.
struct BarLine {
    QString name;
    std::optional<int> share; //!< in thousandths; none: no bar
    Money amount;
    QString remark = {};
    bool hatched = false;            //!< as expenses are in the chart
    std::function<void()> open = {}; //!< what lies behind the figure; none: the name is no link
};

/*!
 * Names, bars, amounts and muted remarks in columns of their own, so that bars of one table can be compared. Links keep
 * twelve pixels before their words, and plain names too.
 */
class BarTable : public QWidget {
    Q_OBJECT

public:
    explicit BarTable(const QLocale &locale, QWidget *parent = nullptr);

    void clear();
    void add(const BarLine &line);
    //! A muted sentence over all columns.
    void say(const QString &sentence);

private:
    const QLocale m_locale;
    QGridLayout *m_grid = nullptr;
    QWidget *m_body = nullptr;
    int m_rows = 0;
};

} // namespace thimblely::ui
