// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/accounts/residency_form.h"

#include "core/workspaces/shop_places.h"
#include "ui/widgets/field_edit.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace thimblely::ui {

ResidencyForm::ResidencyForm(Desk &desk, QWidget *parent)
    : EntryForm(desk, tr("Where you live"), tr("Save"), parent), m_country(addRegion(tr("Country"))),
      m_region(addRegion(tr("Part of it"))), m_data(addRegion(tr("Where your data may lie")))
{
    rows()->addStretch(1);
    endWith(m_data);
}

FieldEdit *ResidencyForm::addRegion(const QString &label)
{
    FieldEdit *field = addText(label);
    field->edit()->setPlaceholderText(tr("not said"));
    connect(field->edit(), &QLineEdit::textChanged, this, [this, field] {
        const auto code = regionsTyped(field->text(), reading());
        field->setHint(code && code->size() == 1 ? regionName(code->first(), desk().profile().locale) : QString());
    });
    return field;
}

//! Of several parts of one name that of the country they live in is meant, else that of the shop's.
RegionReading ResidencyForm::reading() const
{
    RegionReading how{desk().profile().locale, desk().profile().countryCode, {m_stands.region, m_stands.data}};
    const auto country = regionsTyped(m_country->text(), {desk().profile().locale});
    if (country && country->size() == 1)
        how.home = country->first().left(2);
    return how;
}

void ResidencyForm::begin()
{
    clearProblem();
    setWords(
        tr("A country or a part of one by its name or letters (“Nigeria”, “NG”, “Lagos”, “NG-LA”), or “EU”. A server of"
           " another region than the last one is refused your data."));
    const auto stands = ResidencyService(desk().session(), desk().door()).load();
    const Residency residency = m_stands = stands.valueOr(Residency());
    m_country->setText(residency.country);
    m_region->setText(residency.region);
    m_data->setText(residency.data);
    for (FieldEdit *field : {m_country, m_region, m_data})
        field->clearError();
    beginTyping({}, tr("Where you live"));
    if (!stands)
        setProblem(stands.error());
}

void ResidencyForm::focusFirst()
{
    m_country->edit()->setFocus(Qt::OtherFocusReason);
}

bool ResidencyForm::read(FieldEdit *field, QString &code)
{
    field->clearError();
    const auto codes = regionsTyped(field->text(), reading());
    if (!codes)
        field->setError(desk().sentence(codes.error()));
    else if (codes->size() > 1)
        field->setError(tr("One place is asked for."));
    else
        code = codes->value(0);
    return !field->hasError();
}

void ResidencyForm::submit()
{
    if (isBusy())
        return;
    Residency residency;
    const bool hasCountry = read(m_country, residency.country);
    const bool hasRegion = read(m_region, residency.region);
    const bool hasData = read(m_data, residency.data);
    if (!hasCountry || !hasRegion || !hasData)
        return (!hasCountry ? m_country : !hasRegion ? m_region : m_data)->edit()->setFocus(Qt::OtherFocusReason);
    write([this, residency] { return ResidencyService(desk().session(), desk().door()).save(residency); });
}

} // namespace thimblely::ui
