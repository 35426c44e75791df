// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/orders/fitting_form.h"

#include "core/calendar/fitting_service.h"
#include "core/measurements/fit_correction.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/field_edit.h"

#include <QCheckBox>
#include <QCoreApplication>
#include <QVBoxLayout>

namespace thimblely::ui {

FittingForm::FittingForm(Desk &desk, QWidget *over)
    : SideForm(desk, tr("Arrange it"), over), m_when(addText(tr("Next fitting"))), m_note(addText(tr("What was seen"))),
      m_forNextOrders(new QCheckBox(tr("Also for their next orders"), body()))
{
    m_when->edit()->setPlaceholderText(tr("fri 15:00"));
    m_note->edit()->setPlaceholderText(tr("left sleeve +1.2"));
    rows()->addWidget(m_forNextOrders);
    rows()->addStretch(1);
    connect(m_when, &FieldEdit::edited, this, &FittingForm::understand);
    connect(m_note, &FieldEdit::edited, this, &FittingForm::understandNote);
    connect(m_when->edit(), &QLineEdit::returnPressed, this, [this] { m_note->edit()->setFocus(Qt::TabFocusReason); });
    endWith(m_note);
}

void FittingForm::begin(const orders::Piece &piece, const QString &what)
{
    m_piece = piece.id;
    m_when->setText({});
    m_when->setHint({});
    m_when->clearError();
    m_note->setText({});
    m_note->setHint({});
    m_forNextOrders->setChecked(false);
    come(piece.id.toString(), what, tr("Fitting again"), what, m_when->edit());
}

Result<orders::Promise> FittingForm::when() const
{
    TRY_ASSIGN(const orders::Promise when,
               orders::parsePromise(m_when->text(), desk().calendar(), desk().clock().now(), desk().locale()));
    if (!when.time)
        return Error{ErrorKind::Invalid, "fitting.no_time", {}, {}};
    return when;
}

QString FittingForm::words(const orders::Promise &when) const
{
    return desk().locale().toString(when.date.toQDate(), QStringLiteral("ddd d MMM, ")) +
           desk().locale().toString(*when.time, QLocale::ShortFormat);
}

//! What was typed is answered beside its name, as a promise is at the counter.
void FittingForm::understand()
{
    const auto understood = when();
    m_when->setHint(understood ? words(*understood) : QString());
}

std::vector<MeasuredValue> FittingForm::corrections() const
{
    if (!desk().principal().can(access::Capability::MeasurementsWrite))
        return {}; // then it is a note, and says no more
    return fitCorrections(m_note->text(), desk().lengthUnit(), desk().profile().inchParts);
}

//! What of the note will change how their next garment of this kind is cut.
void FittingForm::understandNote()
{
    QStringList words;
    for (const MeasuredValue &each : corrections()) {
        const QString name = QCoreApplication::translate("Measurement", measurementField(each.code)->name);
        const QString by = each.text + QLatin1Char(' ') + symbolOf(each.unit);
        words.append(each.side == Side::Both   ? tr("%1 %2", "measure and amount").arg(name, by)
                     : each.side == Side::Left ? tr("%1 left %2").arg(name, by)
                                               : tr("%1 right %2").arg(name, by));
    }
    m_note->setHint(words.join(QStringLiteral(", ")));
}

void FittingForm::submit()
{
    if (isBusy() || !m_piece)
        return;
    const auto understood = when();
    if (!understood) {
        m_when->setError(desk().sentence(understood.error()));
        m_when->edit()->setFocus(Qt::OtherFocusReason);
        return;
    }
    calendar::TriedOn tried{*m_piece, m_note->text(), m_forNextOrders->isChecked(), corrections()};
    const Instant starts = desk().calendar().at(understood->date, *understood->time);
    write([this, tried = std::move(tried), starts] {
        return calendar::FittingService(desk().door()).fitAgain(tried, {starts});
    });
}

} // namespace thimblely::ui
