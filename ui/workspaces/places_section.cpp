// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/workspaces/places_section.h"

#include "ui/desk/desk.h"
#include "ui/widgets/field_edit.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/section_head.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLineEdit>

namespace thimblely::ui {

PlacesSection::PlacesSection(Desk &desk, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_regions(new FieldEdit(tr("Countries and regions it works in"), this)),
      m_regionNames(new Label(TextStyle::Caption, Role::Muted, {}, this)),
      m_market(new FieldEdit(tr("Main market"), this)),
      m_marketName(new Label(TextStyle::Caption, Role::Muted, {}, this)),
      m_beyond(new QCheckBox(tr("Goods may be offered beyond these regions"), this))
{
    auto *box = column(this, 12, {0, 0, 0, 0});
    box->addWidget(new SectionHead(tr("Where it works"), this));
    auto *line = row(nullptr, 16);
    line->addLayout(named(m_regions, m_regionNames), 2);
    line->addLayout(named(m_market, m_marketName), 1);
    box->addLayout(line);
    box->addWidget(m_beyond);
    auto *words =
        new Label(TextStyle::Caption, Role::Muted,
                  tr("A country or a part of one by its name or letters (“Ghana”, “GH”, “Lagos”, “NG-LA”), or “EU”;"
                     " commas between them. What is offered on the marketplace stays within them unless it may go"
                     " beyond."),
                  this);
    words->setWordWrap(true);
    box->addWidget(words);
    m_market->edit()->setPlaceholderText(tr("not said"));
}

//! What the letters stand for, under them: so that nobody has to know them, however many they are.
QVBoxLayout *PlacesSection::named(FieldEdit *field, Label *names)
{
    auto *box = column(nullptr, 4);
    box->addWidget(field);
    names->setWordWrap(true);
    box->addWidget(names);
    box->addStretch(1);
    connect(field->edit(), &QLineEdit::textChanged, this, [this, field, names] { showNames(field, names); });
    return box;
}

RegionReading PlacesSection::reading() const
{
    RegionReading how{m_desk.profile().locale, m_desk.profile().countryCode};
    if (m_stands) {
        how.standing = m_stands->regions;
        how.standing.append(m_stands->primaryMarket);
    }
    return how;
}

void PlacesSection::showNames(FieldEdit *field, Label *words)
{
    const auto codes = regionsTyped(field->text(), reading());
    QStringList names;
    for (const QString &code : codes ? *codes : QStringList())
        names.append(regionName(code, m_desk.profile().locale));
    words->setText(names.join(QStringLiteral("; ")));
    words->setHidden(names.isEmpty());
}

void PlacesSection::load()
{
    m_regions->clearError();
    m_market->clearError();
    const auto places = ShopPlacesService(m_desk.session()).load();
    setEnabled(places.ok());
    m_typed.reset();
    m_stands.reset();
    if (!places)
        return m_desk.notices().fail(places.error());
    m_stands = *places;
    m_regions->edit()->setPlaceholderText(regionName(m_desk.profile().countryCode, m_desk.profile().locale));
    m_regions->setText(places->regions.join(QStringLiteral(", ")));
    m_market->setText(places->primaryMarket);
    m_beyond->setChecked(places->crossesBorders);
}

bool PlacesSection::read()
{
    m_regions->clearError();
    m_market->clearError();
    const auto regions = regionsTyped(m_regions->text(), reading());
    const auto market = regionsTyped(m_market->text(), reading());
    if (!regions)
        m_regions->setError(m_desk.sentence(regions.error()));
    if (!market)
        m_market->setError(m_desk.sentence(market.error()));
    else if (market->size() > 1)
        m_market->setError(tr("One of them is the main market."));
    if (m_regions->hasError() || m_market->hasError())
        return false;
    m_typed = ShopPlaces{*regions, market->value(0), m_beyond->isChecked()};
    return true;
}

std::optional<ShopPlaces> PlacesSection::changed() const
{
    return m_stands && m_typed != m_stands ? m_typed : std::nullopt;
}

} // namespace thimblely::ui
