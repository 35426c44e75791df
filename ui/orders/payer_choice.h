// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "ui/orders/bag.h"
#include "ui/widgets/buttons.h"

namespace thimblely::ui {

class Desk;

/*!
 * Who pays, where several pay for an order: the one whose pieces leave unless another is chosen, or all of them in one
 * payment. A press opens who there is with what each still pays; next() goes from one to the other by a key. Takes no
 * room where one pays.
 */
class PayerChoice : public PlainButton {
    Q_OBJECT
public:
    explicit PayerChoice(Desk &desk, QWidget *parent = nullptr);

    //! What was chosen by hand stays while the orders are the same.
    void setBag(const Bag &bag);
    //! Whose pieces leave.
    void follow(const WhoPays &likely);
    const WhoPays &who() const { return m_who; }
    void next();
    //! The next bag's own: what was chosen by hand is forgotten.
    void forget() { m_isChosen = false; }

Q_SIGNALS:
    void changed(); //!< another one pays

private:
    void offer();
    void choose(const WhoPays &who);
    void showWho();
    QString nameOf(const WhoPays &who) const;
    QString wordsFor(const WhoPays &who) const;
    std::vector<WhoPays> choices() const;

    Desk &m_desk;
    Bag m_bag;
    WhoPays m_who;
    WhoPays m_likely;
    bool m_isChosen = false;
};

} // namespace thimblely::ui
