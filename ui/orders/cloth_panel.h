// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/inventory/item.h"
#include "core/orders/piece.h"

#include <QWidget>

#include <vector>

class QBoxLayout;
class QLineEdit;

namespace thimblely::ui {

class Desk;
class FactChip;
class Label;
class Segmented;

/*!
 * Whose cloth a piece is made of, under its row: of a roll of the shop's, whose free length stands beside it; the
 * client's own, in custody from here on; or a merchant's, to be ordered from a bunch. It edits a copy of the piece's
 * facts about cloth and hands it back at each change.
 */
class ClothPanel : public QWidget {
    Q_OBJECT

public:
    ClothPanel(Desk &desk, int piece, QWidget *parent = nullptr);

    void setPiece(const orders::PieceDraft &piece);
    //! Of `from` what is about cloth, into `piece`.
    static void apply(const orders::PieceDraft &from, orders::PieceDraft &piece);
    static bool isSaid(const orders::PieceDraft &piece);
    //! As a chip says it: "Own cloth 3.20 m, grey worsted".
    static QString words(Desk &desk, const orders::PieceDraft &piece);
    //! That less of the roll is free than is taken: "only 8 m free"; empty: there is enough.
    static QString lackWords(Desk &desk, const orders::PieceDraft &piece);

    //! What stands in a field and cannot be read: "cloth.unread" (args[0] what was typed).
    Result<void> check() const;
    void focusUnread();
    void focusFirst();
    QList<QWidget *> tabChain() const;

Q_SIGNALS:
    void edited(const thimblely::orders::PieceDraft &piece);
    void finished(); //!< Enter in the last field

private:
    //! Two rolls of one cloth are told apart by their colour, or by the number on their label.
    static QString rollName(const QString &name, const QString &colour, const QString &number);
    QLineEdit *field(const QString &name, const QString &placeholder, int width);
    QLayout *buildFields();
    void showSource();
    void readFields();
    void readLength(QLineEdit *edit, std::optional<Quantity> &quantity);
    void readDue();
    void buildStates(QBoxLayout *line);
    void showStates();
    void findRolls();
    void takeRoll(const inventory::ItemRow &roll);
    void showRoll();
    orders::FabricSource source() const;
    bool isLengthWrong() const;
    bool isDueWrong() const;

    Desk &m_desk;
    const int m_piece;
    orders::PieceDraft m_facts;
    std::optional<InventoryItemId> m_taken; //!< the roll, whatever source is looked at meanwhile
    orders::ClothOrder m_ordered;           //!< when it was, likewise
    Segmented *m_source;
    QLineEdit *m_roll = nullptr;
    QLineEdit *m_merchant = nullptr;
    QLineEdit *m_bunch = nullptr;
    QLineEdit *m_length = nullptr;
    Label *m_unit = nullptr;
    QLineEdit *m_due = nullptr;
    QLineEdit *m_note = nullptr;
    FactChip *m_orderedChip = nullptr; // of a merchant's
    FactChip *m_arrivedChip = nullptr;
    Label *m_remark = nullptr;
    QWidget *m_found = nullptr;
    std::vector<FactChip *> m_chips;
    std::vector<inventory::ItemRow> m_rolls;
};

} // namespace thimblely::ui
