// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/id.h"

#include <QWidget>

#include <optional>
#include <vector>

namespace thimblely::ui {

class Button;
class QuietEdit;

//! Somebody whom a piece can be for; without an id: the order's client.
struct Wearer {
    std::optional<ClientId> id;
    QString name;
};

/*!
 * Whom one piece is for: a press opens the names of the family and of the party, each with its number, and a field for
 * somebody new, whose name is typed in place.
 */
class WearerChoice : public QWidget {
    Q_OBJECT

public:
    WearerChoice(int piece, QWidget *parent);

    //! Who wears it now, as the button says it; the choices are asked for when it is pressed.
    void setWearer(const QString &name, bool paysOwn);
    //! A name that was being typed, brought back.
    void goOn(const QString &half);
    void setChoices(std::vector<Wearer> choices, bool mayAdd);
    void open();
    QWidget *focusTarget() const;
    bool isTyping() const;

Q_SIGNALS:
    void aboutToOpen(); //!< setChoices() is due
    void chosen(std::optional<thimblely::ClientId> wearer, const QString &name);
    void typing(const QString &half);
    void nameTyped(const QString &name); //!< somebody who is no client yet

private:
    void askName();

    int m_piece;
    Button *m_button;
    QuietEdit *m_name;
    std::vector<Wearer> m_choices;
    bool m_mayAdd = false;
};

} // namespace thimblely::ui
