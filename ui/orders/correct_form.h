// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/invoices/correction_service.h"
#include "core/orders/order.h"
#include "ui/orders/side_form.h"

class QCheckBox;

namespace thimblely::ui {

class FigureRows;
class PhotoStrip;
class Segmented;

/*!
 * What was booked of a piece and of its order, to be put right: what it is, its work, price, colour, condition, photos,
 * who wears it and by which measures it is made; the order's note, ticket, event and rush. What comes of it is said
 * before it is kept.
 */
class CorrectForm : public SideForm {
    Q_OBJECT

public:
    CorrectForm(Desk &desk, QWidget *over);

    void begin(const orders::OrderDetail &order, const orders::Piece &piece, const QString &what);
    void submit() override;

private:
    void buildPiece();
    void buildOrder();
    void showPiece();
    void showTasks();
    void showPhotos();
    void showOrder();
    void offerWearers();
    void offerMeasures();
    void priceOfTasks();
    void showFigures();
    std::optional<ClientId> wearer() const;
    Result<orders::PieceDraft> facts() const;
    Result<std::optional<Date>> eventDate() const;
    Result<orders::Correction> typed() const;
    QString words(const invoices::CorrectionFigures &figures) const;
    std::vector<access::Capability> needs(const invoices::CorrectionFigures &figures,
                                          const orders::Correction &correction) const;
    QStringList asked(const invoices::CorrectionFigures &figures) const;
    void correct(orders::Correction correction);

    std::optional<orders::OrderDetail> m_order;
    std::optional<orders::Piece> m_piece;
    QString m_what;
    QString m_eventTyped; // as it was shown
    std::vector<std::optional<ClientId>> m_wearers;
    std::vector<std::optional<MeasurementSetId>> m_sets;
    std::vector<changes::Media> m_taken;
    FieldEdit *m_name;
    Segmented *m_kind;
    QWidget *m_tasks;
    std::vector<QCheckBox *> m_taskBoxes;
    FieldEdit *m_priceField;
    MoneyEdit *m_price = nullptr;
    FieldEdit *m_colour;
    FieldEdit *m_mark;
    FieldEdit *m_condition;
    QComboBox *m_wearer;
    QComboBox *m_measures;
    QWidget *m_photoPlace;
    PhotoStrip *m_photos = nullptr;
    FieldEdit *m_notes = nullptr;
    FieldEdit *m_ticket = nullptr;
    FieldEdit *m_event = nullptr;
    QCheckBox *m_rush = nullptr;
    FieldEdit *m_why = nullptr;
    FigureRows *m_figures = nullptr;
};

} // namespace thimblely::ui
