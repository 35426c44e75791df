// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/money.h"

#include <QLineEdit>

namespace thimblely::ui {

/*!
 * An amount of money as a person types it, in the locale's way, always against the right edge. The value is exact:
 * it is read by Money::parse and never passes through a floating-point number. Nothing typed is ever changed while it
 * is wrong. While money is hidden so is what the program put there, until somebody types into it.
 */
class MoneyEdit : public QLineEdit {
    Q_OBJECT
public:
    explicit MoneyEdit(Currency currency, QWidget *parent = nullptr);

    void setCurrency(Currency currency);
    Currency currency() const { return m_currency; }
    //! The amount, zero for an empty field unless setEmptyIsZero(false), or why the text is no amount.
    Result<Money> value() const;
    void setValue(const Money &amount);
    void setEmptyIsZero(bool zero) { m_emptyIsZero = zero; }
    void setNegativeAllowed(bool allowed) { m_negativeAllowed = allowed; }

    //! As wide as this, in pixels, and wider where its figures need it: no digit is ever out of sight.
    void setRoom(int width);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

Q_SIGNALS:
    //! A person changed the text into another good amount.
    void valueEdited(const thimblely::Money &amount);

private:
    void restyle();
    void textTyped();
    void tidy();
    void hideFigures();

    int roomForText() const;

    Currency m_currency;
    int m_room = 0; //!< 0: for nine figures with their grouping
    bool m_emptyIsZero = true;
    bool m_negativeAllowed = false;
    bool m_byHand = false; // the change that is under way is a person's
};

} // namespace thimblely::ui
