// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/conversations/message_template.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace thimblely::conversations {

namespace {

constexpr std::array<const char *, messageFieldCount> fieldNames = {"name", "order",   "pieces", "day",     "time",
                                                                    "when", "balance", "shop",   "question"};

struct UsualTemplate {
    const char *key;
    const char *name;
    const char *english;
    bool offer;
};

constexpr UsualTemplate usual[] = {
    {"ready", QT_TRANSLATE_NOOP("MessageTemplates", "Ready to be fetched"),
     "Hello {name},\nyour order {order} is ready and waits for you.\n{shop}", false},
    {"reminder", QT_TRANSLATE_NOOP("MessageTemplates", "Still waits to be fetched"),
     "Hello {name},\nyour order {order} ({pieces}) is still here and waits for you.\n{shop}", false},
    {"fitting", QT_TRANSLATE_NOOP("MessageTemplates", "Fitting"),
     "Hello {name},\nwe expect you for your fitting on {when}.\n{shop}", false},
    {"late", QT_TRANSLATE_NOOP("MessageTemplates", "Late, day not known"),
     "Hello {name},\nyour order {order} is not ready yet, and we are sorry. We tell you the new day as soon as it is "
     "sure.\n{shop}",
     false},
    {"moved", QT_TRANSLATE_NOOP("MessageTemplates", "A later day"),
     "Hello {name},\nYour order {order} needs longer than we said. It will be ready on {when}. We are sorry.\n{shop}",
     false},
    {"moved_cloth", QT_TRANSLATE_NOOP("MessageTemplates", "A later day, the cloth was late"),
     "Hello {name},\nThe cloth for your order {order} came late. It will be ready on {when}. We are sorry.\n{shop}",
     false},
    {"moved_asked", QT_TRANSLATE_NOOP("MessageTemplates", "Another day, as they asked"),
     "Hello {name},\nAs you asked, your order {order} will be ready on {when}.\n{shop}", false},
    {"question", QT_TRANSLATE_NOOP("MessageTemplates", "A question about a piece"),
     "Hello {name},\nabout your order {order}: {question}\n{shop}", false},
    {"balance", QT_TRANSLATE_NOOP("MessageTemplates", "What is still to be paid"),
     "Hello {name},\nof your order {order} {balance} is still to be paid.\n{shop}", false},
    {"left_unpaid", QT_TRANSLATE_NOOP("MessageTemplates", "Left unpaid"),
     "Hello {name},\nyou took pieces of order {order} with you today; {balance} is still to be paid. Thank "
     "you.\n{shop}",
     false},
    {"thanks", QT_TRANSLATE_NOOP("MessageTemplates", "Thanks"), "Hello {name},\nthank you for your order.\n{shop}",
     false},
    {"offer", QT_TRANSLATE_NOOP("MessageTemplates", "An offer"), "Hello {name},\n\n{shop}", true},
};

//! A word in braces; other braces are just braces.
const QRegularExpression &fieldShape()
{
    static const QRegularExpression shape(QStringLiteral("\\{([A-Za-z_]{1,24})\\}"));
    return shape;
}

std::optional<MessageField> fieldNamed(QStringView name)
{
    for (size_t i = 0; i < fieldNames.size(); ++i) {
        if (name == QLatin1String(fieldNames[i]))
            return MessageField(i);
    }
    return std::nullopt;
}

//! Each field through `value`, which is given it and how it is written; one pass, so that values are never looked into.
template <typename Value>
Result<QString> replaced(const QString &text, Value value)
{
    QString filled;
    qsizetype from = 0;
    auto matches = fieldShape().globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        filled += QStringView(text).mid(from, match.capturedStart() - from);
        TRY_ASSIGN(const QString put, value(fieldNamed(match.capturedView(1)), match.captured()));
        filled += put;
        from = match.capturedEnd();
    }
    filled += QStringView(text).mid(from);
    return filled;
}

Error unknownField(const QString &written)
{
    return {ErrorKind::Invalid, "message.unknown_field", {written}, {}};
}

} // namespace

QString writtenField(MessageField field)
{
    return u'{' + QString::fromLatin1(fieldNames[size_t(field)]) + u'}';
}

QString languageOf(const QString &locale)
{
    return locale.section(u'_', 0, 0).section(u'-', 0, 0).toLower();
}

MessageTemplate::Chosen MessageTemplate::in(const QStringList &wanted) const
{
    const auto has = [this](const QString &language) {
        const auto found = texts.find(language);
        return found != texts.end() && !found->second.trimmed().isEmpty() ? found : texts.end();
    };
    for (const QString &locale : wanted + QStringList{QStringLiteral("en")}) {
        if (const auto found = has(languageOf(locale)); found != texts.end())
            return {found->second, found->first};
    }
    for (const auto &[language, text] : texts) {
        if (!text.trimmed().isEmpty())
            return {text, language};
    }
    return {};
}

std::vector<MessageTemplate> usualTemplates()
{
    std::vector<MessageTemplate> all;
    for (const UsualTemplate &each : usual)
        all.push_back({QString::fromLatin1(each.key),
                       QCoreApplication::translate("MessageTemplates", each.name),
                       each.offer,
                       false,
                       {{QStringLiteral("en"), QString::fromUtf8(each.english)}}});
    return all;
}

Result<void> checkFields(const QString &text)
{
    TRY(replaced(text, [](std::optional<MessageField> field, const QString &written) -> Result<QString> {
        return field ? Result<QString>(written) : unknownField(written);
    }));
    return {};
}

Result<QString> fill(const QString &text, const MessageFacts &facts)
{
    return replaced(text, [&](std::optional<MessageField> field, const QString &written) -> Result<QString> {
        if (!field)
            return unknownField(written);
        if (const auto value = facts.values.find(*field); value != facts.values.end())
            return value->second;
        if (*field == MessageField::Balance && facts.hidesBalance)
            return Error{ErrorKind::Forbidden, "message.balance_hidden", {}, {}};
        return Error{ErrorKind::Invalid, "message.nothing_for_field", {written}, {}};
    });
}

QString fillKnown(const QString &text, const MessageFacts &facts)
{
    return replaced(text,
                    [&](std::optional<MessageField> field, const QString &written) -> Result<QString> {
                        const auto value = field ? facts.values.find(*field) : facts.values.end();
                        return value == facts.values.end() ? written : value->second;
                    })
        .valueOr(text);
}

} // namespace thimblely::conversations
