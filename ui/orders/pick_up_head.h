// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "ui/widgets/pane.h"

class QJsonObject;
class QCheckBox;
class QComboBox;
class QLineEdit;

namespace thimblely::ui {

class Button;
class Label;

/*!
 * Over the list and over the bag: the field that finds and scans, what else is ready, and for the bag by what it was
 * seen whose it is and who takes it. Words only; the page acts.
 */
class PickUpHead : public Pane {
    Q_OBJECT

public:
    //! `handsOver`: what is said of a hand-over is there.
    PickUpHead(bool handsOver, QWidget *parent);

    //! `printable`: the list can be had on paper.
    void showList(const QString &filter, const QString &heading, bool printable);
    void showBag();
    QString found() const; //!< what is typed to find something
    void setFound(const QString &text);
    void clearFind();
    void focusFind();
    void setProblem(const QString &sentence); //!< empty: none
    //! Another order of the same people that could go along; empty: none.
    void setAlso(const QString &number, const QString &pieces);

    //! Another bag begins.
    void clearHandOver();
    bool isTicketSeen() const;
    void setTicketSeen(bool seen);
    QString identity() const; //!< how it was seen without a ticket; empty: not said
    //! The ticket was seen, or it is said how else it was seen whose it is.
    bool isIdentified() const { return isTicketSeen() || !identity().isEmpty(); }
    //! The keyboard to where that is said, until it is.
    void askIdentity();
    QString collector() const;
    void setCollector(const QString &name);
    void setClient(const QString &name); //!< who takes it unless somebody else is named
    void setDelivery(const QString &courier, bool delivers);
    //! What was said of the hand-over, for the bag's draft.
    QJsonObject said() const;
    void setSaid(const QJsonObject &kept);

Q_SIGNALS:
    void typed(const QString &text);
    void findRequested();
    void alsoRequested();
    void allRequested();  //!< the filter is left
    void listRequested(); //!< on paper
    void deliveryRequested();
    void collectorTyped(const QString &name);
    void handOverSaid();      //!< by a person: ticket or identity
    void handOverRequested(); //!< Enter where it was said how it was seen

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildFind();
    void buildHandOver();
    void fit();

    const bool m_handsOver;
    QLineEdit *m_find;
    Label *m_problem;
    Button *m_also;
    Button *m_filter; // its name; pressed, all are listed again
    Button *m_list;   // on paper
    Label *m_heading;
    QCheckBox *m_ticketSeen;
    QComboBox *m_identity;
    QWidget *m_collects; // its name and field
    Label *m_collectorName;
    QLineEdit *m_collector;
    Button *m_delivery;
};

} // namespace thimblely::ui
