// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/finance/payment.h"
#include "core/orders/order.h"
#include "core/orders/order_totals.h"

#include <QJsonObject>
#include <QObject>

#include <optional>

namespace thimblely::ui {

class Desk;

/*!
 * The order that is being taken at the counter: what was typed so far, its sums, and its copy on the disk (a device
 * draft), which is written at each change and comes back after a power cut. The panes of the counter show it and
 * change it; none of them keeps a copy.
 */
class OrderEditor : public QObject {
    Q_OBJECT

public:
    explicit OrderEditor(Desk &desk, QObject *parent = nullptr);

    const orders::OrderDraft &draft() const { return m_draft; }
    const QString &clientName() const { return m_clientName; }
    bool isEmpty() const { return m_draft == blank(); }

    void setClient(std::optional<ClientId> client, const QString &name);
    void addPiece(const QString &garmentType, const QString &name);
    void changePiece(int index, const orders::PieceDraft &piece);
    void removePiece(int index);
    void setNotes(const QString &notes);
    //! What stands in the When field, understood or not.
    void setPromiseText(const QString &text);
    const QString &promiseText() const { return m_promiseText; }
    //! The promise understood from the text, or why it is none.
    Result<orders::Promise> promise() const;
    //! None: the share that the shop asks for (half of what is made, all of the rest).
    void setPayNow(std::optional<Money> amount);
    Result<Money> payNow() const;
    Result<orders::OrderTotals> totals() const;
    //! Everything taken back; the draft on the disk goes too.
    void clear();

Q_SIGNALS:
    void clientChanged();
    void piecesReset();      //!< added or removed
    void sumsChanged();      //!< anything that changes money
    void promiseChanged();
    void savedAt(const QString &time);

private:
    orders::OrderDraft blank() const;
    void keep();
    void restore();
    QJsonObject toJson() const;
    void fromJson(const QJsonObject &json);

    Desk &m_desk;
    orders::OrderDraft m_draft;
    QString m_clientName;
    QString m_promiseText;
    std::optional<Money> m_payNow;
};

} // namespace thimblely::ui
