// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/money.h"
#include "ui/widgets/label.h"

#include <QLocale>
#include <QObject>

#include <optional>

namespace thimblely::ui {

//! Whether amounts are shown as four dots, for all windows of the program; GUI thread only. Off at start.
class HideMoney : public QObject {
    Q_OBJECT
public:
    static HideMoney &instance();
    bool isOn() const { return m_on; }
    void setOn(bool on);

Q_SIGNALS:
    void changed(bool on);

private:
    bool m_on = false;
};

//! "₦12,000", or "••••" while money is hidden. For titles, lists and print preview alike.
QString amountText(const Money &amount, const QLocale &locale = QLocale());
//! "12,000" without symbol, or "••••".
QString figureText(const Money &amount, const QLocale &locale = QLocale());
QString hiddenAmount();

//! An amount in a text style that hides itself; keeps its width so that columns do not move. Nothing loaded: "–".
class AmountLabel : public Label {
    Q_OBJECT
public:
    explicit AmountLabel(TextStyle style, Role role = Role::Text, QWidget *parent = nullptr);

    void setAmount(const Money &amount);
    void setUnknown();
    //! With the currency's symbol (totals) or without (columns, the default).
    void setSymbolShown(bool shown);

    QSize sizeHint() const override;

private:
    void refresh();

    std::optional<Money> m_amount;
    bool m_symbol = false;
    bool m_ready = false;
};

} // namespace thimblely::ui
